"""How a language writes numbers, counts, ordinals, lists and dates; which characters are Chinese.

`Language` holds the forms of one language, from the table [language] of its words.toml; `characters` knows
scripts. No other module forms an ordinal, joins a list, or asks for the code of a character.
"""
