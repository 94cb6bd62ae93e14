"""How a language writes numbers, counts, ordinals, lists and dates; which characters are Chinese.

`Language` holds the forms of one language, from the table [language] of its words.toml; `characters` knows
scripts. No other module forms an ordinal, joins a list, or asks for the code of a character.
"""

ENGLISH = "en"
"""The language that papers are in unless another is asked for: the name of its folder of templates."""
