import java.io.File;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Validates many PDF files against several flavours in one JVM.
 *
 * <p>Arguments: flavours joined by commas ("ua1,2a"), then files. Prints one line for each finding, fields
 * parted by tabs: CHECKED file flavour rules-in-profile; FAILED file flavour clause-test times description
 * where; ERROR file flavour message. The exit code tells only whether the program ran.
 */
public final class Validate {
    private static final int PLACES_PER_RULE = 1;
    private static final int FEWEST_RULES = 50;

    private Validate() {}

    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        Map<PDFAFlavour, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String id : args[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
            profiles.put(flavour, load(flavour));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8.name());
        for (int i = 1; i < args.length; i++) {
            check(foundry, new File(args[i]), profiles, out);
        }
    }

    /** Goes through a file once for all flavours: going through it is what takes long. */
    private static void check(
            VeraPDFFoundry foundry, File file, Map<PDFAFlavour, ValidationProfile> profiles, PrintStream out) {
        List<PDFAFlavour> flavours = new ArrayList<>(profiles.keySet());
        try (PDFAParser parser = foundry.createParser(file, flavours.get(0))) {
            parser.setFlavours(flavours);
            PDFAValidator validator = ValidatorFactory.createValidatorByProfiles(
                    new ArrayList<>(profiles.values()), PLACES_PER_RULE, false, true, false);
            for (ValidationResult result : validator.validateAll(parser)) {
                PDFAFlavour flavour = result.getPDFAFlavour();
                tell(result, file, flavour, profiles.get(flavour), out);
            }
        } catch (Exception | LinkageError error) {
            for (PDFAFlavour flavour : flavours) {
                say(out, "ERROR", file, flavour, String.valueOf(error));
            }
        }
    }

    private static void tell(
            ValidationResult result, File file, PDFAFlavour flavour, ValidationProfile profile, PrintStream out) {
        say(out, "CHECKED", file, flavour, String.valueOf(profile.getRules().size()));
        for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
            RuleId id = failed.getKey();
            Rule rule = profile.getRuleByRuleId(id);
            say(out, "FAILED", file, flavour, id.getClause() + "-" + id.getTestNumber(),
                    String.valueOf(failed.getValue()), rule.getDescription(), place(result, id));
        }
        if (result.isCompliant() != result.getFailedChecks().isEmpty()) {
            say(out, "ERROR", file, flavour, "the verdict and the failed rules do not agree");
        }
    }

    private static String place(ValidationResult result, RuleId id) {
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getRuleId().equals(id) && assertion.getLocation() != null) {
                return assertion.getLocation().getContext();
            }
        }
        return "";
    }

    private static void say(PrintStream out, String what, File file, PDFAFlavour flavour, String... fields) {
        StringBuilder line = new StringBuilder(what).append('\t').append(file).append('\t').append(flavour.getId());
        for (String field : fields) {
            line.append('\t').append(field.trim().replaceAll("\\s+", " "));
        }
        out.println(line);
    }

    /** Reads a profile with DOM: the jar lacks the JAXB classes that veraPDF's own reader of profiles needs. */
    private static ValidationProfile load(PDFAFlavour flavour) throws Exception {
        String id = flavour.getId();
        String name = id.startsWith("ua") ? "PDFUA-" + id.substring(2) : "PDFA-" + id.toUpperCase();
        String resource = "org/verapdf/pdfa/validation/" + name + ".xml";
        Element root;
        try (InputStream in = Profiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("no profile " + resource);
            }
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        NodeList found = root.getElementsByTagName("rule");
        for (int i = 0; i < found.getLength(); i++) {
            rules.add(rule((Element) found.item(i)));
        }
        Set<Variable> variables = new HashSet<>();
        NodeList named = root.getElementsByTagName("variable");
        for (int i = 0; i < named.getLength(); i++) {
            Element v = (Element) named.item(i);
            variables.add(Profiles.variableFromValues(
                    v.getAttribute("name"), v.getAttribute("object"), text(v, "defaultValue"), text(v, "value")));
        }
        if (rules.size() != found.getLength() || rules.size() < FEWEST_RULES) {
            throw new IllegalStateException(resource + ": rules were lost");
        }
        return Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = child(rule, "id");
        Element error = child(rule, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        NodeList listed = error.getElementsByTagName("argument");
        for (int i = 0; i < listed.getLength(); i++) {
            Element argument = (Element) listed.item(i);
            String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
        }
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(error, "message"), arguments), Collections.<Reference>emptyList());
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getNodeName())) {
                return (Element) node;
            }
        }
        return null;
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? null : child.getTextContent();
    }
}
