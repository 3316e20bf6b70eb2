"""Kinds that a verb has only in company: what "collapse", "strike", "enter" or "take" tells hangs on who does it or what it takes."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from timeline.events.wordlist import words

# Nouns by what they belong to. A line of the table below may name a group in capitals.
GROUPS = {
    "MONEY": words(
        "rate inflation price currency lira rouble ruble pound dollar euro yen yuan rupee peso rial riyal franc zloty krona dinar share "
        "stock bond index market gdp output export import unemployment wage salary pension tax budget deficit surplus reserve revenue "
        "income profit sale growth economy demand consumption productivity rating outlook debt barrel production cost zero subsidy "
        "interest credit trade turnover investment spending loan yield "
    ),
    "COIN": words("currency lira rouble ruble pound dollar euro yen yuan rupee peso rial inflation price rate zero export output"),
    "BUILT": words("bridge dam building block roof levee mine tower factory stand tunnel embankment hotel school mosque"),
    "PLANT": words("reactor plant refinery tanker pipeline factory warehouse depot rocket shuttle boiler volcano mount silo"),
    "WEAPON": words("bomb shell missile rocket grenade torpedo drone mortar warhead explosive device mine bullet"),
    "ROLE": words(
        "president minister premier chancellor secretary chairman chair chairwoman governor commander chief king queen pope leader "
        "ambassador director speaker successor heir head marshal emperor sultan caliph mayor commissioner adviser candidate dictator "
        "regent presidency cardinal bishop archbishop patriarch viceroy "
    ),
    "REALM": words("region province country party government ministry city state republic district department agency colony empire"),
    "TALKS": words("talk negotiation conference summit dialogue mediation"),
    "TRUCE": words("ceasefire truce armistice cease-fire"),
    "BORDER": words("border frontier airspace crossing embassy consulate strait"),
    "LETTER": words("letter note message telegram fax cable reply"),
    "ENVOY": words("envoy delegation mission minister diplomat emissary ambassador negotiator"),
    "ACCUSED": words("charge count accusation allegation"),
    "GAMES": words("game games cup championship olympics tournament concert festival race grand expo"),
    "SPEECH": words("speech address statement interview sermon lecture broadcast briefing"),
    "PRIZE": words("prize medal nobel award honour honor"),
    "WORKER": words("worker miner driver teacher dockworker railwayman nurse farmer student pilot shipyard union"),
    "VESSEL": words("fleet ship warship carrier frigate destroyer submarine flotilla squadron"),
    "LISTED": words("person official company firm bank entity member individual body businessman"),
    "FALLEN": words("dead death victim body casualty toll"),
    "OFFICE": words("president presidency office seat parliament mayor governor senate congress assembly"),
    "RULE": words("monarchy caliphate republic kingdom empire sultanate monarch throne parliament assembly"),
    "LOST": words("soldier man troop life battle war crew"),
    "FIGHTER": words(
        "mercenary rebel army troop soldier tank column militia legion guerrilla fighter insurgent division brigade battalion regiment "
        "convoy militant paratrooper"
    ),
    "UNIFORM": words("army military general officer soldier junta guard colonel captain troop commander"),
    "RULER": words("king queen president dictator shah emperor sultan ruler premier government regime emir"),
    "PACT": words("treaty accord agreement pact deal convention protocol"),
    "ARMS": words("weapon arm gun rifle"),
    "JAIL": words("prison jail cell custody detention"),
    "PUBLIC": words(
        "rally worker supporter student delegate meeting audience nation people parliament reporter journalist crowd "
        "congress house audience press lawmaker "
    ),
    "STATE": words("@state country nation state government kingdom power crown member"),
    "PERSON": words(
        "@person president minister premier chancellor secretary king queen pope leader envoy diplomat ambassador delegation emperor sultan"
    ),
    "CROWD": words(
        "protester demonstrator marcher activist student crowd supporter farmer trucker mourner striker opponent thousand mob rioter"
    ),
    "INQUIRER": words("investigator commission inquiry inquest panel inspector rapporteur"),
    "POLICE": words("police detective policeman officer agent detective investigator prosecutor gendarme customs"),
    "SHIP": words("ship tanker vessel boat freighter trawler yacht crew cargo dhow"),
    "HELD": words("hostage passenger schoolgirl tourist journalist captive worker missionary engineer"),
    "CAPTIVE": words("prisoner captive detainee hostage spy inmate agent"),
    "MEASURE": words("measure restriction sanction embargo ban listing"),
    "LEAGUE": words("@body league organisation organization union bloc alliance federation commonwealth community pact convention"),
    "LAND": words("@place island territory colony province region peninsula land coast port base strip district town island"),
    "GROUND": words(
        "city town village province territory island region capital airport base port hill fortress district enclave khanate bridge"
    ),
    "FORCES": words(
        "army troop force soldier battle tank military fighter division brigade battalion warship fleet navy peacekeeper warplane "
        "convoy mercenary "
        "gunboat marine reinforcement paratrooper regiment battleship contingent guardsman"
    ),
    "WORKS": words(
        "canal railway railroad line pipeline tunnel bridge dam port airport plant motorway highway factory refinery terminal mine station "
        "reactor road pipe grid interconnector"
    ),
    "BASE": words(
        "base airbase airstrip runway bunker silo outpost garrison trench fortification bomb warhead missile barracks fortress wall"
    ),
    "FLOW": words("delivery flow supply shipment gas oil power export output volume barrel electricity grain"),
    "SICKNESS": words("disease virus cholera plague flu influenza ebola infection case measles malaria smallpox typhus covid"),
    "FORCE": words(
        "army troop force soldier division brigade battalion regiment marine paratrooper peacekeeper contingent garrison legion fleet navy"
    ),
    "SEATS": words("palace barrack broadcaster television radio"),
    "FIRE": words("fighting hostility shooting shelling bombing firing fire bombardment combat"),
    "SIDE": words("side party faction army rebel militia guerrilla force troop movement insurgent group @state @fighters"),
    "MOTION": words("motion no-confidence"),
    "CHAMBER": words(
        "parliament opposition lawmaker deputy mp speaker senate party legislature house chamber commons coalition legislator"
    ),
    "ELECTORS": words(
        "parliament assembly deputy legislator lawmaker council cardinal congress delegate committee member senate conclave board"
    ),
    "CONTEST": words("election off run-off runoff vote race poll primary ballot referendum"),
    "FIRM": words("company firm bank lender airline carrier insurer group giant manufacturer retailer @company bourse"),
    "GIFT": words(
        "howitzer tank missile jet fighter ammunition shell rifle drone weapon aircraft battery gun helicopter system food medicine grain "
        "vaccine blanket tent money dollar euro pound rouble fuel flour"
    ),
    "ASSENT": words("consent assent approval backing blessing"),
    "CRAFT": words("bomber jet plane warplane drone aircraft missile helicopter balloon"),
    "DEFENDANT": words("@person president minister premier editor general leader activist lawyer journalist businessman"),
    "OUTLET": words("paper newspaper magazine channel station broadcaster site website"),
    "RUIN": words("rubble ruin debris wreckage survivor collapse"),
}

# Verbs | what stands beside them | the kind. The first line that fits tells. The signs before words: `<` who or what does it, `=` what it
# has as object, `>` that or what follows of, to, into, on … after it, `~` what follows any preposition, none: who does it or what it takes.
# `+` is a small word beside the verb (particle, preposition, adverb, adjective); `-` says that there is no object, `!` denies, `&` joins.
# Classes that no list holds: @person @state @place @nature @body (of states) @party @fighters @company @org; `a:` is an adjective.
_TABLE = """
    fix draw demarcate delimit | =border boundary frontier | accord
    bury settle | =hatchet difference | accord
    admit | <@body LEAGUE & =@state country @place | accord
    give | +up & =himself themselves herself | ceasefire
    vote | <STATE & ~resolution text motion favour favor | diplomacy
    summon | =ambassador envoy consul chargé diplomat | diplomacy
    swap exchange | =ambassador envoy office mission letter visit note greeting view delegation | diplomacy
    shake | =hand | diplomacy
    be | <PERSON & ~@place & - | diplomacy
    set lay | +out forth & !=@person | statement
    release publish | =figure data report statement photo picture video footage image document transcript text recording | statement
    plead | ~calm mercy peace restraint help | statement
    demand | =@place & <@state @person | threat
    kick throw boot turf drum | +out & =@state country member | sanction
    halt stop suspend ban block | =FLOW shipment sale & >@state ~@state | sanction
    add put include remove strike | ~annex register | sanction
    cross enter reach | <truck lorry | aid
    fly arrive travel go | <doctor medic nurse rescuer firefighter | aid
    launch orbit | =spy reconnaissance surveillance | mobilisation
    claim | =responsibility | attack
    claim | =life & <war conflict fighting violence | conflict
    slam smash plough plow crash explode fall land | <drone missile rocket shell & !~sea ocean water | attack
    plough plow ram drive | +into & <van vehicle car truck lorry & ~crowd people market pedestrian shopper worshipper | attack
    set | =fire & !<@nature lightning | attack
    sweep march push pour drive advance roll thrust | +into & FORCE FORCES tank column @people & !<rebel militia guerrilla insurgent \
        fighter | invasion
    come go land wade | +ashore | invasion
    storm assault scale | =@place town city fortress wall & <FIGHTER FORCE crusader army legion ally @state | invasion
    recover regain clear | =@place GROUND & <FIGHTER FORCE army government | invasion
    beat trounce maul | =@state @people army fleet & ~@place & !~final cup match CONTEST | conflict
    beat defeat | =@people army | conflict
    win prevail | +at & - & ~@place & !~poll election | conflict
    dissolve | =parliament assembly house chamber legislature & !<UNIFORM junta | leadership
    drive force uproot chase | ~home house | conflict
    destroy annihilate wipe rout sink scatter | =fleet army division garrison force column armada | conflict
    fly leave pull go | +out & <FORCE | withdrawal
    end | =presence occupation deployment | withdrawal
    take pull bring | +out & =FORCE | withdrawal
    fall break come | +apart & !<talk marriage ship plane | regime change
    restore | =republic monarchy democracy parliament | regime change
    flee | <@person RULER & >@state ~@state ~exile ~country =country | regime change
    become | <@place @state & =@state & !=member state nation country power | regime change
    leave quit | <@state colony & =federation union kingdom empire & !=@body | regime change
    come enter take go | <constitution & +into effect | regime change
    take | +over & <communist bolshevik islamist taliban fascist nazi rebel mujahideen & - | regime change
    confirm approve back endorse swear install | =cabinet government nominee appointment nomination minister | leadership
    recall | =governor commander viceroy general admiral | leadership
    fire | =ROLE minister adviser @person manager official & !=missile rocket shot shell | leadership
    fire | =ROLE minister adviser manager official | leadership
    rise climb | <@person & ~top power rank throne | leadership
    swap exchange | =job post role | leadership
    expire end begin run start | <term tenure reign & !<talk | leadership
    lose win survive face | =confidence no-confidence censure | leadership
    boycott | =vote election poll referendum ballot | election
    win lead | ~cent percent % landslide | election
    declare name proclaim | winner victor =victory | election
    dump hurl pelt throw | <farmer CROWD | protest
    break | +up & =camp protest rally demonstration encampment | protest
    burn | =flag headscarf effigy tyre veil hijab portrait | protest
    come go be walk | ~strike & !<missile plane jet drone | protest
    question interview interrogate grill | <POLICE | justice
    send banish exile deport | ~camp prison gulag jail siberia | justice
    appeal | ~court tribunal | justice
    confirm report record announce | ~virus disease epidemic outbreak ebola cholera | disaster
    rule | +against for that in on & <panel arbitrator umpire commission board body | justice
    cut raise lower trim revise | =forecast outlook estimate projection | economy
    leave exit enter | =programme bailout recession | economy
    win award get sign land secure | =contract order licence | economy
    close shut open | <mine factory plant shop business exchange bank | economy
    take | +over & =railway bank company mine industry firm airline refinery factory | economy
    come go | ~stream onstream | economy
    pay repay miss | creditor bondholder debt ~bondholder ~creditor | economy
    issue sell auction float | =bond gilt share stake | economy
    strike hit | =iceberg reef rock | disaster
    fail | <harvest crop monsoon rain potato | disaster
    overrun skid overshoot | =runway ~runway | disaster
    give | =birth | other
    open reopen | <museum school theatre university cathedral library gallery | other
    find discover raise | =wreck tomb fossil manuscript | other
    file lodge submit | =petition application appeal memorial brief counter-memorial rejoinder reply | justice
    throw reject file table move bring submit pass defeat survive face lose win debate block | >MOTION & <CHAMBER @person | leadership
    throw reject dismiss uphold hear | >objection appeal case suit complaint lawsuit petition charge | justice
    put place hold keep be remain | ~arrest custody detention jail prison trial & !<RULER | justice
    lock | +up | justice
    round pick haul | +up in & <POLICE | justice
    appear testify | ~court judge tribunal bench magistrate hague | justice
    defend represent argue plead | ~court tribunal hague | justice
    award grant give hand | <arbitrator commission tribunal court panel judge umpire | justice
    disqualify suspend remove bar unseat strip ban | <court tribunal judge | justice
    strip lift waive | =rank immunity | justice
    strip | ~rank immunity citizenship title | justice
    raid search | <POLICE | justice
    find conclude establish determine report question examine document | <INQUIRER | justice
    begin start finish complete present publish submit | work report & <INQUIRER | justice
    arrive visit | <INQUIRER | justice
    issue sign circulate seal | =warrant notice summons subpoena indictment | justice
    spend serve pass | ~prison jail detention exile captivity confinement | justice
    fly send transfer surrender hand deliver bring | ~hague tribunal court & =DEFENDANT | justice
    let set | ~prison jail custody detention | justice
    seize pick grab | =DEFENDANT & !<militant gunman pirate rebel kidnapper @fighters | justice
    close shut bar | =airspace port market & !<strike weather storm | sanction
    strike remove take drop add put include place appear | ~list blacklist | sanction
    add put | =list blacklist | sanction
    add | =name | sanction
    extend prolong renew roll expire lapse suspend ease adopt approve add relax remain | MEASURE | sanction
    declare | persona non grata | sanction
    cap limit | >import export =import =export | sanction
    ban bar | =import export sale | sanction
    protest complain | STATE ministry embassy moscow & +against at about over to & !<CROWD | statement
    lay set spell | +out & >plan vision view proposal case position | statement
    play talk | +down | statement
    sell lease cede buy purchase transfer | =LAND & @state >STATE & !=good gas oil | accord
    give | =ASSENT | accord
    accept | =term condition offer plan proposal resolution demand ultimatum framework | accord
    endorse approve adopt back | =framework agreement roadmap accord treaty pact | accord
    merge | FIRM | economy
    merge unite federate | @place @state & +with & ~@place | regime change
    merge unite federate | <@state & >@state ~@state | regime change
    set found establish create form | =community league organisation organization alliance bloc union & <STATE | accord
    found launch form create set | =party movement @party & @person | leadership
    promise pledge undertake bind | treaty pact accord declaration ~treaty ~declaration & <STATE | accord
    release free | ~promise obligation commitment treaty vow | accord
    fall go | +silent | ceasefire
    stop cease halt suspend end | FIRE hostilities | ceasefire
    stop cease halt suspend | =attack offensive strike operation & <SIDE | ceasefire
    speak talk | ~telephone phone line counterpart call | diplomacy
    vote decide resolve | <@body council | diplomacy
    break | +with & ~@state | diplomacy
    recall withdraw | =ambassador envoy diplomat consul | diplomacy
    sever cut break suspend rupture downgrade restore upgrade renew | =tie relation | diplomacy
    sever cut break | +off & =relation tie contact | diplomacy
    walk storm | +out & talk ~talk ~talks ~negotiation ~conference ~summit ~meeting | diplomacy
    be | +due expected & ~@place & <PERSON | diplomacy
    expect await | ~@place & =PERSON | diplomacy
    set head fly travel leave depart | +off out for to & <PERSON & ~@place & -  | diplomacy
    set | +off & - | other
    grant give award | status candidacy candidate | diplomacy
    swap exchange trade | =CAPTIVE | diplomacy
    debate discuss | <@body | diplomacy
    take | +up & =question matter issue | diplomacy
    back support endorse | =plan proposal initiative bid claim position & <STATE | diplomacy
    come | +out & ~favour favor support | diplomacy
    give receive get | =welcome reception audience | diplomacy
    bring | =side party leader faction foe delegation & +together | diplomacy
    enter transit sail cross pass steam | <VESSEL | mobilisation
    put | =name signature ~name & >PACT | accord
    build construct expand enlarge open erect lengthen fortify dig lay | =BASE | mobilisation
    open | <base airbase garrison | mobilisation
    be stand remain wait arrive | <FORCE & ~@place GROUND street border | mobilisation
    send give hand deliver supply ship donate provide transfer | =GIFT & @state kyiv rebel ally people island city town army & \
        !>border front & !+into | aid
    bring drop carry distribute parachute | =food medicine flour grain blanket relief | aid
    dock arrive | <food grain flour rescuer rescue aid relief doctor | aid
    release disburse approve unlock | =tranche instalment installment package loan credit | aid
    approve pledge promise earmark | =dollar euro pound billion & ~@state  | aid
    pledge promise earmark offer | =dollar euro pound billion | aid
    forgive cancel write | =debt ~debt | aid
    send dispatch move order | =VESSEL vessel gunboat cruiser battleship flotilla squadron | mobilisation
    explode detonate test fire | =bomb device warhead & =a:nuclear a:atomic a:hydrogen a:first a:soviet hydrogen atom | mobilisation
    fly | =CRAFT | mobilisation
    fly | <missile rocket | mobilisation
    crash fly slam plough ram drive | +into & <plane truck car airliner jet lorry & ~tower building centre center pentagon embassy \
        gate crowd market | attack
    seize take capture hold board hijack intercept | =SHIP HELD & !=office prisoner | attack
    ransack burn loot | =embassy consulate ministry palace mosque church synagogue village town | attack
    burst break | +into & <gunman attacker militant soldier assailant | attack
    cut | =cable | attack
    set arm form run | =squad | attack
    fall | wall curtain | regime change
    take seize | =charge power control & <junta a:military officer soldier army military general council committee | regime change
    fall | +to & >@state @fighters rebel insurgent army jihadist invader & !<MONEY @person | invasion
    fall | <@place @company @org & ~rebel ~army ~force ~@state ~@fighters ~@place | invasion
    fall | <@place city town fortress capital garrison | invasion
    change | =hand hands | invasion
    establish declare become proclaim make | protectorate colony | regime change
    cross ford | =@place river frontier & !<VESSEL SHIP refugee migrant plane balloon people pilgrim & !=atlantic pacific channel \
        ocean | invasion
    meet | <army fleet force | conflict
    quit leave exit | =LEAGUE | withdrawal
    take pull lead | +out & =@state country | withdrawal
    end close expire conclude finish | <mission mandate deployment & !<talk | withdrawal
    go return come fly | <officer police peacekeeper troop soldier & +home | withdrawal
    suspend end terminate | =participation membership | withdrawal
    give | =way & <regime government dictatorship junta general monarchy | regime change
    give | =way | other
    surround seize occupy | =SEATS & <UNIFORM | regime change
    declare become | +independent | regime change
    end finish | <apartheid communism rule dictatorship monarchy regime | regime change
    elect re-elect reelect choose | ROLE ~ROLE & <ELECTORS | leadership
    meet gather sit | leader president minister pope ~leader & <ELECTORS | leadership
    choose pick select | ~ROLE & >@person him her | leadership
    be remain stay | ~office power helm | leadership
    hold keep take lose accept leave assume resign | =post premiership portfolio | leadership
    die | ~office | leadership
    come | ~helm | leadership
    expel | ~party @party & =@person minister president leader | leadership
    return | ~exile & <ROLE @person | leadership
    name call christen | =@place river island mountain sea bridge street city airport ship & !~ROLE | other
    lead captain guide | ~title cup victory final championship | other
    beat defeat edge trounce | ~CONTEST CONTEST | election
    come finish | +first second third & ~election poll vote | election
    come finish | +first second third & - | election
    take get win secure garner poll receive lose | vote seat ~vote ~seat & !=confidence no-confidence | election
    annul | =result vote election poll | election
    occupy fill block blockade paralyse paralyze surround besiege camp clog drive wave jam seize picket | <CROWD | protest
    fire use lob | =gas cannon | protest
    disperse break clear | >CROWD protest demonstration rally | protest
    crush quell suppress put disperse | =protest demonstration uprising unrest riot strike march | protest
    open complete inaugurate dig finish build construct shut close decommission begin | =WORKS | economy
    open flow run stop | <WORKS gas oil | economy
    introduce adopt launch join scrap abandon leave | =euro currency tax lira rouble mark | economy
    halve cut reduce resume raise stop curb | =FLOW & !+off | economy
    collapse fail fold | <@company @org FIRM | economy
    strike find discover | =oil gas gold & !=facility field plant refinery tanker depot installation site ship | economy
    return abandon leave suspend | ~standard & gold ~standard | economy
    run | +out & ~currency money fuel reserve cash bread gas food | economy
    leave keep | =rate | economy
    crash | <lorry bus car coach train | disaster
    vanish disappear | <plane airliner flight ship submarine aircraft jet | disaster
    shake | <earth ground | disaster
    cave | +in | disaster
    report confirm record detect register | =SICKNESS | disaster
    go | +down & <plane ship ferry liner airliner boat helicopter submarine @org & - | disaster
    land | ~moon mars | other
    grow | +up | other
    serve | <@person & ~university school paper | other
    hire | =coach player | other
    sign | =law bill decree order & !=PACT | other
    join sign accede enter | >PACT & !<worker | accord
    enter join accede admit | >@body LEAGUE & !<@person ROLE | accord
    leave quit exit withdraw | >@body & !<@person ROLE | withdrawal
    give | =day hour week month & !~prison jail & !<court judge tribunal | threat
    cost | >majority seat | election
    block | <SHIP VESSEL | disaster
    open reopen | route mine shop airport port road market exchange | economy
    pull dig bring find | +out alive & =girl boy man woman child survivor baby person people | aid
    occupy take fill | =square plaza & <FORCE UNIFORM | mobilisation
    claim | =@place coast territory island land sovereignty area water shelf region province sea | diplomacy
    speak talk | ~PUBLIC | statement
    land disembark arrive | mission & !<spacecraft | mobilisation
    land disembark | FORCE FIGHTER ally marine allies | invasion
    land disembark | <@state & !<plane aircraft | invasion
    list | =DEFENDANT LISTED | sanction
    draw draft | =article text clause treaty charter plan constitution proposal law resolution bill agreement statement | diplomacy
    fly bring return ship | =body remains corpse ash coffin | other
    last govern rule | <government coalition cabinet administration & - | leadership
    host stage hold win | =GAMES & !=war | other
    launch | =mission & <@body STATE | mobilisation
    send move order march pour dispatch deploy push | =FORCES & +into | invasion
    send | +home back & =worker student diplomat migrant refugee soldier troop | withdrawal
    send move order march pour dispatch deploy push rush | =FORCES | mobilisation
    take pull lead get drop back walk | +out & >PACT | withdrawal
    go return come | <FORCES & +home back | withdrawal
    arrive come | <FORCES | mobilisation
    gather assemble mass march rally | <CROWD people worker hundred resident women citizen activist | protest
    fire launch shoot | =missile rocket & >sea water ocean ~sea ~water ~waters ~ocean | mobilisation
    become | member & <@person | leadership
    drop | <@person & - | other
    return | ~power & <@person ROLE | leadership
    take | =@place GROUND & !>court tribunal & !=PRIZE | invasion
    suspend pause halt freeze cut stop withhold | >aid assistance programme program support funding cooperation electricity payment loan \
        | sanction
    take assume | =command | leadership
    fly travel return go head | +home back & <@person ROLE | other
    arrive go head fly land | <@person ROLE & +to in | diplomacy
    join enter | <@person ROLE & >government cabinet politburo | leadership
    join enter | <@person | other
    bear | - | other
    take drag haul bring refer | >court tribunal icj icc | justice
    file bring lodge submit open hear lose win | >case suit lawsuit complaint charge | justice
    read hand overturn | >verdict judgment sentence | justice
    clear acquit absolve find | ACCUSED guilty | justice
    collapse crash fall tumble plunge sink crumble dive rocket jump leap double triple halve rise drop slip slide surge climb grow \
        shrink decline recover rebound average reach touch exceed top strengthen weaken peak lose gain cut lower raise increase reduce \
        slash change set freeze peg soar lift stabilise fix hold slow pay expect | MONEY | economy
    strike hit let | COIN | economy
    collapse fail | <bank lender company firm airline insurer | economy
    collapse burst break fall | BUILT | disaster
    erupt | ~protest riot unrest | protest
    erupt | <@nature | disaster
    explode blow erupt burn melt leak | <PLANT | disaster
    crash derail sink capsize | <plane aircraft airliner helicopter train ferry boat jet | disaster
    collapse break stall founder fail | <TALKS | diplomacy
    collapse fall | <government cabinet coalition | leadership
    collapse fall break hold | TRUCE | ceasefire
    come follow strike hit shake | <shock tremor aftershock | disaster
    reach hit top | <turnout | election
    count rise reach confirm | FALLEN | disaster
    pull dig rescue save | RUIN | aid
    cross arrive reach leave enter roll | <convoy aid relief food medicine | aid
    run govern administer manage | >REALM | leadership
    run stand | >OFFICE | election
    make choose pick declare proclaim be remain name crown become | >ROLE | leadership
    become | >member | accord
    become | >republic kingdom dominion | regime change
    abolish dissolve | >RULE | regime change
    drop fire rain land fall go throw hurl lob plant defuse plunge | WEAPON | attack
    tear rip hole damage cripple pierce hit strike sink reach | <WEAPON | attack
    damage | torpedo mine missile drone bomb fire raid | attack
    relieve | >command duty post commander general | leadership
    send dispatch hand deliver write read | >LETTER | statement
    send dispatch receive | >ENVOY | diplomacy
    close shut seal | >BORDER | sanction
    open reopen | BORDER | diplomacy
    broker mediate host sponsor | >talk negotiation meeting summit dialogue | diplomacy
    broker mediate | >ceasefire truce armistice | ceasefire
    approve pledge promise unlock release disburse announce | >aid assistance relief | aid
    cut | >tie link relation power electricity gas | sanction
    list | >LISTED | sanction
    award give grant receive win accept decline share | >PRIZE | other
    give deliver make hold | >SPEECH | statement
    grant give win gain | >independence autonomy | regime change
    strip abolish revoke | >autonomy | regime change
    grant | >asylum | diplomacy
    grant | >amnesty pardon | justice
    strike walk | <WORKER | protest
    rise | people peasant slave worker populace against | conflict
    sail leave depart steam | <VESSEL | mobilisation
    lose | >LOST | conflict
    lose | >power | regime change
    approve back endorse | >bid candidacy accession membership | accord
    join form | >coalition government cabinet | leadership
    impose introduce declare proclaim extend prolong lift | >curfew emergency martial | mobilisation
    proclaim declare establish found | >republic kingdom empire independence caliphate | regime change
    flee | <RULER | regime change
    remove oust depose dismiss topple | <UNIFORM | regime change
    march advance drive push head race | <FIGHTER | conflict
    suspend freeze denounce terminate abandon scrap tear quit renounce abrogate cancel leave | >PACT | withdrawal
    come enter take go begin start hold last expire lapse end | <TRUCE | ceasefire
    hand lay surrender give turn deliver put | >ARMS | ceasefire
    speak talk | >PUBLIC | statement
    put place estimate | >number toll figure | statement
    tear pull topple | >statue monument flag | protest
    launch send | >satellite sputnik probe spacecraft shuttle cosmonaut astronaut telescope | other
    walk come get leave escape free release | >JAIL | justice
    hear question | >witness testimony | justice
    bring | >power | regime change
    set | >record | other
    break | >record deadlock | other
"""


@dataclass(frozen=True, slots=True)
class Company:
    """Those who do what a verb says and what it takes, all in dictionary form and with their classes, and the small words beside it."""

    does: Set[str] = frozenset()
    direct: Set[str] = frozenset()
    taken: Set[str] = frozenset()
    near: Set[str] = frozenset()
    small: Set[str] = frozenset()

    def beside(self, sign: str) -> Set[str]:
        """The words that a sign of the table speaks of."""
        match sign:
            case "<":
                return self.does
            case "=":
                return self.direct
            case ">":
                return self.taken | self.direct
            case "~":
                return self.near
            case "+":
                return self.small
            case _:
                return self.does | self.taken | self.direct


@dataclass(frozen=True, slots=True)
class _Condition:
    """One side of a line: any of these words, each list under its sign; denied if `not_`."""

    words: tuple[tuple[str, frozenset[str]], ...]
    not_: bool

    def holds(self, company: Company) -> bool:
        if not self.words:
            return not company.direct
        return any(not words.isdisjoint(company.beside(sign)) for sign, words in self.words) != self.not_


def _condition(text: str) -> _Condition:
    not_ = text.startswith("!")
    sign = ""
    found: dict[str, set[str]] = {}
    for word in text.removeprefix("!").split() if text != "-" else ():
        # A sign counts up to the next one, so that "<army =city town" has two lists.
        if word[0] in "<>=~+":
            sign, word = word[0], word[1:]
        found.setdefault(sign, set()).update(GROUPS.get(word, (word,)))
    return _Condition(tuple((sign, frozenset(of)) for sign, of in found.items()), not_)


@cache
def _by_verb() -> dict[str, tuple[tuple[tuple[_Condition, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[_Condition, ...], str]]] = {}
    for line in _TABLE.strip().splitlines():
        verbs, beside, kind = (part.strip() for part in line.split("|"))
        conditions = tuple(_condition(part.strip()) for part in beside.split("&"))
        for verb in verbs.split():
            table.setdefault(verb, []).append((conditions, kind))
    return {verb: tuple(lines) for verb, lines in table.items()}


def kind_in_company(verb: str, company: Company) -> str:
    """The kind of a verb in its company; empty if that tells nothing."""
    return next((kind for conditions, kind in _by_verb().get(verb, ()) if all(one.holds(company) for one in conditions)), "")


def mentioned(verb: str) -> bool:
    """Whether the table knows the verb at all."""
    return verb in _by_verb()
