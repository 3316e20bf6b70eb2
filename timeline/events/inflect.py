"""The past tense of English verbs, for titles of clauses whose verb stands as a gerund or participle ("since sending troops")."""

from timeline.events.wordlist import words

_IRREGULAR = dict(
    pair.split("=")
    for pair in words(
        "arise=arose be=was bear=bore beat=beat become=became begin=began bend=bent bid=bid bind=bound bite=bit bleed=bled "
        "blow=blew break=broke breed=bred bring=brought broadcast=broadcast build=built burst=burst buy=bought cast=cast "
        "catch=caught choose=chose cling=clung come=came cost=cost creep=crept cut=cut deal=dealt dig=dug do=did draw=drew "
        "drink=drank drive=drove eat=ate fall=fell feed=fed feel=felt fight=fought find=found flee=fled fling=flung fly=flew "
        "forbid=forbade forget=forgot forgive=forgave forgo=forwent freeze=froze get=got give=gave go=went grind=ground grow=grew "
        "hang=hung have=had hear=heard hide=hid hit=hit hold=held hurt=hurt keep=kept know=knew lay=laid lead=led leave=left "
        "lend=lent let=let lie=lay lose=lost make=made mean=meant meet=met overcome=overcame overrun=overran oversee=oversaw "
        "overtake=overtook overthrow=overthrew pay=paid put=put quit=quit read=read rebuild=rebuilt ride=rode ring=rang rise=rose "
        "run=ran say=said see=saw seek=sought sell=sold send=sent set=set shake=shook shed=shed shine=shone shoot=shot "
        "show=showed shrink=shrank shut=shut sing=sang sink=sank sit=sat slay=slew sleep=slept slide=slid speak=spoke spend=spent "
        "spin=spun split=split spread=spread spring=sprang stand=stood steal=stole stick=stuck sting=stung strike=struck "
        "strive=strove swear=swore sweep=swept swim=swam swing=swung take=took teach=taught tear=tore tell=told think=thought "
        "throw=threw undergo=underwent undertake=undertook undo=undid uphold=upheld wake=woke wear=wore weave=wove win=won "
        "wind=wound withdraw=withdrew withhold=withheld withstand=withstood wring=wrung write=wrote retake=retook rewrite=rewrote "
    )
)
# Past tenses that can be nothing else, neither participle nor noun, to the verb they belong to.
FINITE = {
    _IRREGULAR[verb]: verb
    for verb in words(
        "arise become begin blow break bring catch choose come draw drive fight flee fly forgive freeze give go grow know "
        "overcome overrun overtake overthrow rewrite retake ring run seek shake shrink sing sink slay speak spring strike strive "
        "swear swim take teach tear think throw undergo undertake uphold wake wear withdraw withhold write "
    )
}

# Verbs of two syllables with the stress on the second, which double the last letter.
_DOUBLING = words(
    "commit admit permit submit omit refer defer prefer transfer occur incur expel compel repel propel rebel control patrol equip regret"
)
_VOWELS = "aeiou"


def past(lemma: str) -> str:
    """The past tense of a verb in its dictionary form."""
    if irregular := _IRREGULAR.get(lemma):
        return irregular
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma.endswith("c"):
        return lemma + "ked"
    if lemma in _DOUBLING or (len(lemma) <= 4 and _closed_syllable(lemma)):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def _closed_syllable(lemma: str) -> bool:
    """Whether one vowel stands between consonants at the end: stop, ban, plan."""
    return len(lemma) >= 3 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
