"""Groups of nouns by what they belong to, which the kind of a verb hangs on: money, ships, those who hold a post."""

from __future__ import annotations

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
        "regent presidency cardinal bishop archbishop patriarch viceroy executive ceo boss "
    ),
    "REALM": words("region province country party government ministry city state republic district department agency colony empire"),
    "TALKS": words("talk negotiation conference summit dialogue mediation"),
    "TRUCE": words("ceasefire truce armistice cease-fire pause"),
    "BORDER": words("border frontier airspace crossing embassy consulate strait"),
    "LETTER": words("letter note message telegram fax cable reply"),
    "ENVOY": words("envoy delegation mission minister diplomat emissary ambassador negotiator"),
    "ACCUSED": words("charge count accusation allegation"),
    "GAMES": words("game games cup championship olympics tournament concert festival race grand expo"),
    "SPEECH": words("speech address statement interview sermon lecture broadcast briefing"),
    "PRIZE": words("prize medal nobel award honour honor"),
    "WORKER": words(
        "worker miner driver teacher dockworker docker railwayman nurse doctor farmer student pilot shipyard union unionist labourer "
        "laborer steelworker baker postman trucker lecturer paramedic cleaner staff employee controller"
    ),
    "STAFF": words(
        "worker employee staff workforce staffer trader reporter journalist teacher nurse engineer miner driver pilot docker dockworker "
        "labourer laborer clerk banker programmer contractor job cleaner"
    ),
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
    "MEASURE": words("measure restriction sanction embargo ban listing curb"),
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
        "legionnaire army troop force soldier division brigade battalion regiment marine paratrooper peacekeeper contingent garrison "
        "legion fleet navy"
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
    "SUPPLIES": words("rice wheat grain flour food medicine blanket tent vaccine bread milk supply parcel generator foodstuff"),
    "RUIN": words("rubble ruin debris wreckage survivor collapse"),
}
