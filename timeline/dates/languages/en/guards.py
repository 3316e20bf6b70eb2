"""Guards: words that look like dates and are none; they win their span and give nothing."""

from timeline.dates.languages.en import words as w
from timeline.dates.rules import Rulebook, ignores

RULES = Rulebook("en")

_THINGS = (
    r"(?:people|persons|troops|soldiers|civilians|police|men|women|children|cases|votes|seats|deaths|tons|tonnes|barrels|homes|houses|"
    r"villages|precincts|"
    r"refugees|migrants|workers|jobs|tanks|drones|missiles|rockets|shells|rounds|prisoners|victims|protesters|fighters|rebels|militants|"
    r"casualties|"
    r"times|pages|words|students|employees|members|delegates|passengers|vehicles|vessels|ships|aircraft|planes|copies|points|acres|"
    r"hectares|"
    r"trucks|lorries|polling|buildings|tents|buses|cars|boats|crates|boxes|patients|voters|candidates|signatures|rifles|guns|weapons|"
    r"bombs|grenades|"
    r"inhabitants|citizens|residents|families|households|megawatts|kilowatts|sheep|cattle|dollars|euros|pounds|rubles|roubles|yen|yuan|"
    r"miles|kilometres|kilometers|metres|meters|feet|square|cubic|million|billion)"
)

_PEOPLE = r"(?:people|troops|soldiers|civilians|police|workers|students|protesters|fighters|rebels|militants|voters|residents|citizens)"
_MONTHS = "January February March April June July August September October November December".split()
# "In January 1964 students marched", "on 3 May 2019 rebels", "May 3, 2019 rebels": behind a month or day it is a year; "may" is a verb too.
_OF_NO_MONTH = "".join(
    rf"(?<!{words}\s)"
    for words in (
        *_MONTHS,
        *(rf"{before}\sMay" for before in (r"\d", "in", "since", "until", "by", "of", "early", "late")),
        *(rf"{month}\s{day}," for month in (*_MONTHS, "May") for day in (r"\d", r"\d\d")),
    )
)

RULES.guard(
    "year-is-a-count",
    # "In 2019 rebels fought": people seldom open a sentence so.
    rf"{_OF_NO_MONTH}(?!(?<=(?-i:In)\s){w.YEAR} {_PEOPLE} [a-z]){w.YEAR}(?!\s*\n\s*(?-i:[A-Z])) {_THINGS}",
    ignores("Some 2001 troops and 1990 civilians fled in 1500 vehicles."),
)
RULES.guard(
    "number-of-a-thing",
    r"(?:resolutions?|decrees?|laws?|act|regulations?|directives?|convention|orders?|bills?|rooms?|flights?|articles?|chapters?|"
    r"sections?|pages?|numbers?|numbered|no\.|nos\.|volumes?|vol\.|verses?|"
    r"bus|route|highway|channel|unit|exhibit|item|note|train|seats?|rows?|lots|blocks|flats|cells|tracks|tickets|files|plots?|berth|pier|"
    r"checkpoint|hull|"
    r"battalion|regiment|brigade|form|model|version|protocol|case|docket|suite|apartment|box|psalm|boeing|airbus|airlines|airways|point|"
    r"platform|gate|paragraph|annex|footnote|fn\.|fig\.|figure|table|pp?\.|"
    r"flat|building|house|block|cell|ward|docket|file|invoice|ticket|track|lot|code|pin|extension|ext\.|tel\.?|phone|fax|serial|batch|"
    r"zip|postcode|asteroid|ISO|IEC|RFC|CVE|GDPR|EN|ASTM)"
    r"(?: (?:no\.?|number|#|n°))? \d{1,5}(?:[/-]\d{1,5}){0,2}(?:(?:,| and| or| to|, and|, or|–) \d{1,5}){0,9}",
    ignores("Resolution 2231 and Room 1984 of flight 1999; Article 1945 and Boeing 1990."),
    ignores("Resolutions 1718, 1874 and 2397; pages 1914 to 1918; flats numbered 1901 to 1999."),
)
RULES.guard(
    "ship-or-place-named-for-a-day",
    rf"(?:{w.MONTH_LONG} \d{{1,2}}|\d{{1,2}}(?: of)? {w.MONTH_LONG}|{w.WEEKDAY})(?!,? \d)",
    ignores("The freighter Unaizah May 4 and the tanker Sea Friday passed the stadium of 5 July."),
    after=rf"(?:{w.quick(r'ship|vessel|tanker|freighter|boat|ferry|trawler|carrier|yacht')}(?: (?-i:[A-Z]\w+)){{1,2}}|"
    rf"{w.quick(r'stadium|square|street|avenue|bridge|boulevard|airport|university|hospital|palace|mosque')} of(?: the)?) ",
)
RULES.guard(
    "citation",
    r"\d{1,3} U\.?S\.?C\.?(?: §{1,2})? ?\d{1,5}|(?-i:Genesis|Exodus|Leviticus|Deuteronomy|Joshua|Judges|Samuel|Kings|Isaiah|Jeremiah|"
    r"Ezekiel|"
    r"Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Revelation|Psalms?|Proverbs|Quran|Koran|Surah) \d{1,3}:\d{1,3}(?:[-–]\d{1,3})?",
    ignores("Under 18 U.S.C. 2001 there is no such crime; Genesis 19:24 was his text."),
)
RULES.guard(
    "strength-or-tally",
    rf"{w.YEAR}(?: strong\b| (?:votes? )?(?:for|against|in favou?r)(?= ?(?:[,.;]|and\b)))",
    ignores("The brigade, 2011 strong, and the motion with 1989 votes for and 1917 against."),
)
RULES.guard(
    "word-told-as-a-word",
    rf"(?:{w.MONTH_LONG}|{w.WEEKDAY}) (?:is|was) (?:also )?(?:an?|the|his|her) (?:\w+ ){{0,3}}(?:name|surname|nickname|word|codename)",
    ignores("August is a Swedish first name, and Friday was his nickname."),
)
RULES.guard("a-working-day", r"a (?:working|business|school|trading) day", ignores("It was a working day."))
RULES.guard(
    "phone-number",
    r"\d{3}-\d{3}-\d{4}|\d{3}-\d{4}(?!-)|\+\d{1,3}(?:[ -]\d{2,4}){2,4}|\(\d{3}\) \d{3}-\d{4}",
    ignores("Call 555-2014 or 212-555-1999."),
)
RULES.guard(
    "number-of-digits",
    r"\d{1,3}(?:\.\d{1,3}){3}|\d{1,3},\d{3}(?:,\d{3}){0,3}(?:\.\d+)?",
    ignores("The host 10.12.20.14 sent 1,998 packets."),
)
RULES.guard("percent-or-money", r"\d{1,4}(?:\.\d+)? ?(?:%|percent|per cent|degrees?|°)", ignores("It rose 1999 percent."))
RULES.guard(
    "age",
    rf"{w.COUNT}-(?:year|month|week|day)s?-olds?|{w.COUNT} (?:years?|months?) old|(?:aged|age) \d{{1,3}}",
    ignores("A 44-year-old man and a 6-month-old boy, aged 12, met a woman of 30 years old."),
)
RULES.guard(
    "once-a-second",
    r"(?:a|the|one|per) second(?! (?:quarter|half|century|world war|term))(?= (?-i:[a-z]))",
    ignores("The second round and a second term began."),
)
RULES.guard(
    "newspaper-name",
    rf"{w.WEEKDAY} (?-i:(?:Times|Post|Magazine|Herald|Tribune|Review|Journal|Gazette|Monitor))|"
    r"(?-i:(?:Daily|Weekly|Sunday|Saturday)) (?-i:(?:Telegraph|Mail|Mirror|Express|News|Times|Star|Standard|Post|Sun|Mercury|Beast|Show))",
    ignores("The Sunday Times and the Daily Mail said so, but not the Friday Times and Monday Magazine."),
)
RULES.guard(
    "the-latter-day",
    r"(?:latter|present|modern|judgment|judgement|payday|every)[- ]day (?:saints?|adventists?)",
    ignores("The Latter-day Saints came."),
)
RULES.guard(
    "place-or-movement-named-for-a-day",
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {w.MONTH}|{w.MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?: (?-i:[A-Z]\w+)){{0,2}} "
    r"(?:square|street|bridge|movement|avenue|road|boulevard|stadium|hospital|university|airport|club|brigades?|coalition|bloc|alliance|"
    r"front|party|movement|vessel|ship|boat|supply|battalion|organi[sz]ation)",
    ignores("The Unaizah May 4 vessel was hit."),
    ignores("They camped in 17 February Square by the 15 July Martyrs Bridge with the April 6 Youth Movement."),
)
RULES.guard(
    "thing-named-for-a-day",
    rf"the (?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {w.MONTH}|{w.DAY_WORD} of {w.MONTH}|{w.MONTH} \d{{1,2}}) (?:group|network|faction|cell|"
    r"militia|column|martyrs|market|mall|park|plaza|station|school|factory|plant|mine|barracks|camp|district|quarter|city|town|tower|theatre|"
    r"theater|monument|museum|library|dam|port)|"
    rf"{w.DAY_WORD} of {w.MONTH} (?-i:City|Square|Street|Bridge|University|Stadium|Movement|Front|Dam|Governorate)",
    ignores("The 17 November group met at the 8 March market of Sixth of October City."),
)
RULES.guard(
    "name-of-a-work",
    rf"(?:{w.MONTH_LONG} )?{w.YEAR}(?: and {w.YEAR})?|{w.WEEKDAY}",
    ignores("They read the novel August 1914 and saw the films 1917 and 2012 and the play Saturday."),
    after=r"(?:novels?|films?|movies?|plays?|operas?|songs?|albums?|band) (?:The )?",
)
RULES.guard(
    "score",
    r"\d{1,2}:\d\d",
    ignores("They won 31:29 after trailing 12:15; he ran in 2:05:11."),
    after=r"(?:trailing|trailed|leading|led|beat(?: \w+){1,2}|won|lost|drew|score of) ",
)
RULES.guard("time-of-a-race", r"\d{1,2}:\d\d:\d\d(?:\.\d+)?", ignores("He ran in a time of 2:05:11."), after=r"(?:in|of) ")
RULES.guard(
    "person-named-for-a-day",
    rf"(?:general|colonel|captain|major|president|mr\.?|mrs\.?|ms\.?|judge|sir|lord|lady) (?:{w.WEEKDAY}|{w.MONTH_LONG})(?! \d)",
    ignores("General Friday and Judge March met Mrs May."),
)
RULES.guard(
    "day-with-a-colour",
    rf"(?-i:Red|White|Bloody|Black|Ash|Palm|Super|Cyber|Blue) (?:{w.WEEKDAY}|{w.MONTH_LONG})(?! \d)",
    ignores("Red October is a factory, and Bloody Sunday a song."),
)
RULES.guard(
    "weekday-in-a-name",
    rf"{w.WEEKDAY} (?:club|mosque|group)|(?-i:Tuesday Weld|Wednesday Addams)",
    ignores("The Monday Club met Wednesday Addams."),
)
RULES.guard(
    "pages-of-a-volume",
    r"\d{1,4} ?\(\d{1,4}\)(?:: ?|, )(?:pp?\. ?)?\d{1,5}(?:[-–]\d{1,5})?",
    ignores("The study (Review 92 (6): 1087–1101) is old."),
)
RULES.guard(
    "committee-with-a-year",
    rf"{w.YEAR} (?:Committee|Club|Group|Society)",
    ignores("The 1922 Committee met."),
)
RULES.guard("man-of-yesterday", r"yesterday's (?:man|men|woman|women)", ignores("He was yesterday's man."))
RULES.guard("after-all", r"(?-i:At) the end of the day,", ignores("At the end of the day, it is about trust."))
RULES.guard("friday-the-13th", rf"{w.WEEKDAY} the (?:13th|Thirteenth)", ignores("They saw Friday the 13th twice."))
RULES.guard(
    "opening-hours",
    rf"{w.WEEKDAY_SHORT}(?: ?(?:[-–]|to) ?{w.WEEKDAY_SHORT})?:? (?:\d{{1,2}}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)?) ?[-–] ?"
    r"\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)?",
    ignores("Shelter: Mon-Fri 08:30 am-7 pm, Sat 8 am-06:30 pm."),
)
