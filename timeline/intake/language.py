"""The language a text is written in, found on this machine: by the little words of English, else by py3langid."""

import re

_SAMPLE = 12_000  # characters
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 8
# Common in English, and few of them words of another language that is written with these letters.
_ENGLISH = frozenset(
    "the and of to was were has have been that with from by which said would their they this its his who after for at on".split()
)
_OFTEN = 0.12  # in English prose they are 0.2 to 0.35 of all words
_NAMES = dict(
    pair.split("=")
    for pair in (
        "af=Afrikaans am=Amharic ar=Arabic az=Azerbaijani be=Belarusian bg=Bulgarian bn=Bengali bs=Bosnian ca=Catalan cs=Czech "
        "da=Danish de=German el=Greek en=English eo=Esperanto es=Spanish et=Estonian eu=Basque fa=Persian fi=Finnish fr=French "
        "ga=Irish gl=Galician gu=Gujarati he=Hebrew hi=Hindi hr=Croatian hu=Hungarian hy=Armenian id=Indonesian is=Icelandic "
        "it=Italian ja=Japanese ka=Georgian kk=Kazakh km=Khmer kn=Kannada ko=Korean ku=Kurdish ky=Kyrgyz la=Latin lo=Lao "
        "lt=Lithuanian lv=Latvian mk=Macedonian ml=Malayalam mn=Mongolian mr=Marathi ms=Malay mt=Maltese nb=Norwegian ne=Nepali "
        "nl=Dutch nn=Norwegian no=Norwegian pa=Punjabi pl=Polish ps=Pashto pt=Portuguese ro=Romanian ru=Russian rw=Kinyarwanda "
        "si=Sinhala sk=Slovak sl=Slovenian sq=Albanian sr=Serbian sv=Swedish sw=Swahili ta=Tamil te=Telugu th=Thai tl=Tagalog "
        "tr=Turkish ug=Uyghur uk=Ukrainian ur=Urdu vi=Vietnamese zh=Chinese zu=Zulu"
    ).split()
)


def language_found(text: str) -> str | None:
    """The code (ISO 639-1) of the language, such as "en" or "ru"; None where there are too few words to tell."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    letters = sum(map(len, words))
    if letters < 4 * _FEWEST_WORDS:
        return None
    if sum(word in _ENGLISH for word in words) >= _OFTEN * len(words):
        return "en"  # so that most texts need no model, which takes a second to load
    if len(words) < _FEWEST_WORDS and all(ord(letter) < 0x250 for word in words for letter in word):
        return None  # names and headlines in Latin letters look like any language
    import py3langid

    code: str = py3langid.classify(" ".join(words))[0]
    return code


def language_name(code: str) -> str:
    """What a language is called in English; its code in words where it is a rare one."""
    return _NAMES.get(code, f"the language {code!r}")
