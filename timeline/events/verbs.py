"""The table of verbs by the company they keep: what "collapse", "strike", "enter" or "take" tells beside which words."""

from __future__ import annotations

# Verbs | what stands beside them | the kind. The first line that fits tells. The signs before words: `<` who or what does it, `=` what it
# has as object, `>` that or what follows of, to, into, on … after it, `~` what follows any preposition, none: who does it or what it takes.
# `+` is a small word beside the verb (particle, preposition, adverb, adjective); `-` says that there is no object, `!` denies, `&` joins.
# Classes that no list holds: @person @state @place @nature @body (of states) @party @fighters @company @org @money @name (of what is
# unknown); `a:` is an adjective.
TABLE = """
    silence still | =artillery gun cannon battery | ceasefire
    settle descend hold | <lull calm | ceasefire
    pass relay carry convey | =message & ~@state | diplomacy
    deny refuse revoke | =visa | sanction
    drop | =SUPPLIES | aid
    plunge splash crash | <rocket missile & ~sea ~ocean ~water | mobilisation
    take capture seize conquer | =@place & FORCE FIGHTER & !=hostage | invasion
    sweep storm march ride | +into & <@fighters FORCE & ~@place & !<rebel guerrilla insurgent | invasion
    be | +out & ~@place & <FORCE | withdrawal
    freeze | =participation membership | withdrawal
    move | ~street ~palace ~residence & <@person ROLE | leadership
    purge | =ROLE @person general minister official | leadership
    face | =squad noose gallows guillotine | justice
    set | =himself herself themselves & alight ablaze | protest
    mark | +out & =boundary border frontier | accord
    hammer thrash iron | +out & =pact deal accord agreement treaty compromise | accord
    retaliate respond hit | ~ban ~tariff ~sanction ~embargo & <@state @place @body | sanction
    rumble roll pour thunder stream barge surge race storm advance push move break | FORCES FORCE column armour & +into over across & \
        ~@place ~border ~frontier | invasion
    drop parachute land jump | <paratrooper commando marine & !~sea | invasion
    grab | =@place & <@state @person | invasion
    seize capture take board hijack | <pirate hijacker | attack
    roll | +out & =missile drone tank jet | mobilisation
    roll | =carpet | diplomacy
    put place | ~footing ~alert & !storm | mobilisation
    break | +through & <FORCES FORCE | conflict
    break | +up & <round talk conference summit session | diplomacy
    bring fly take pull | +home back & =FORCE | withdrawal
    ditch dump scrap shred | =PACT | withdrawal
    clear get | +out & <@people FORCES FORCE american russian | withdrawal
    revoke rescind withdraw | =ratification signature | withdrawal
    suspend | =membership & <@body LEAGUE | sanction
    elect choose | ROLE & <@body | leadership
    dismiss remove | =governor mayor ambassador commander director commissioner rector prefect & <UNIFORM | leadership
    call | +off & =strike walkout march rally protest & !=air drone missile | protest
    topple oust remove unseat | ~speaker =speaker ROLE & <CHAMBER mp | leadership
    bow | +out & <@person ROLE | leadership
    walk storm | +out & ~cabinet ~government ~coalition | leadership
    come emerge | ~top & +out | election
    double treble triple increase | =vote | election
    defy flout | =curfew ban & <CROWD people resident worker thousand opposition student | protest
    turn | +out & <thousand hundred ten crowd people million | protest
    turn give hand | +in up & =themselves & !~police | ceasefire
    turn give hand | +in up & =himself herself & ~police | justice
    plough plow slam smash crash | <jetliner airliner plane jet aircraft & ~hillside ~mountain ~sea ~field ~hill ~forest | disaster
    acquire buy | <museum gallery | other
    set open | =hospital clinic kitchen shelter & !<company | aid
    bring get | ~table & =side party @people rival leader | diplomacy
    fall | <@name & - | invasion
    merge unite | <@name & - | regime change
    erupt | <@place @name & - & !<@state | disaster
    give | =way & <republic monarchy & ~dictatorship ~republic ~rule ~democracy | regime change
    pass adopt approve reject | =text resolution declaration & <@body council assembly | diplomacy
    see | =@person & <@person | diplomacy
    reduce | <CRAFT bomber raid army | attack
    get receive | =year life & !<@state @body @org @party country state region FIRM team | justice
    give | <BUILT & - | disaster
    hand | +over to & - & !<voter | leadership
    take | =submarine tank frigate fighter missile howitzer CRAFT & !<@fighters rebel army | mobilisation
    put place | +forward & =plan proposal idea formula initiative | diplomacy
    trim ease loosen relax soften | MEASURE curb | sanction
    trim cut reduce halve shrink thin draw | FORCE presence troops footprint garrison arsenal warhead & !cost fund budget pay spending \
        | withdrawal
    cut reduce shorten trim | =sentence term & !<parliament | justice
    cut turn shut switch | +off & FLOW sale supply gas oil power electricity water shipment export | sanction
    keep | MEASURE | sanction
    station base quarter billet | =FORCES jet bomber | mobilisation
    keep retain hold | =seat majority | election
    keep | TRUCE | ceasefire
    lose keep | =job & <ROLE @person chief | leadership
    leave | <plane aircraft airliner flight train ship boeing airbus & !=port base | other
    leave | =cabinet government post job office coalition & <ROLE @person @party party | leadership
    leave | <rain monsoon snow storm | disaster
    leave quit depart vacate | <FORCE troop legionnaire peacekeeper guerrilla & =@place GROUND | withdrawal
    leave cross go fly | <a:last & <FORCE | withdrawal
    propose offer table suggest float circulate submit | =talk meeting summit truce ceasefire plan initiative roadmap proposal formula \
        | diplomacy
    propose table | MEASURE tariff | sanction
    propose table | =ROLE & =@person | leadership
    propose table submit circulate veto sponsor co-sponsor | =resolution draft text & !coup & <STATE ROLE @person ambassador delegation \
        | diplomacy
    veto | =draft resolution text | diplomacy
    present submit tender offer | =resignation | leadership
    present | =credential | diplomacy
    present unveil outline | =plan proposal initiative roadmap blueprint formula vision & !budget recovery stimulus defence | diplomacy
    present unveil deliver table | =budget package stimulus reform mini-budget & !aid MEASURE | economy
    present deliver hand serve issue | =ultimatum | threat
    unveil parade display test | =missile drone jet tank centrifuge submarine fighter | mobilisation
    unveil announce impose | MEASURE tariff | sanction
    unveil name announce form | =cabinet line-up | leadership
    unveil | =manifesto | election
    unveil | =statue monument memorial plaque portrait bust | other
    host | =FORCES missile base squadron | mobilisation
    host shelter house admit accept | =refugee | aid
    host receive greet welcome entertain fete | =PERSON counterpart guest & !=gunfire | diplomacy
    receive get | aid grant loan tranche instalment bailout | aid
    receive get draw | =year life & <@person ROLE & !=vote | justice
    receive get | =sentence term | justice
    receive get buy order acquire | =tank jet fighter missile submarine frigate helicopter howitzer drone | mobilisation
    back endorse | =candidate @person & !=plan & <@person @party party union | election
    back support endorse | =MEASURE tariff | sanction
    clear approve pass unlock release vote | @money & @state ~@state & !debt | aid
    clear | =hurdle obstacle & <bid accession membership treaty deal ratification | accord
    clear approve block wave | =takeover merger acquisition | economy
    clear | =@person & !<army force | justice
    clear | =square street camp & <POLICE UNIFORM | protest
    pledge promise earmark offer give donate commit | @money | aid
    throw give extend | =lifeline | aid
    fly send dispatch rush deploy airlift | =doctor medic nurse rescuer firefighter hospital vaccine SUPPLIES | aid
    arrive reach dock land come enter cross | <SUPPLIES | aid
    open throw | =door gate border & ~refugee ~exile ~migrant ~@people ~child | aid
    hand | =power presidency premiership reins leadership chairmanship & !<voter | leadership
    hand give turn deliver surrender | +over up & =suspect fugitive DEFENDANT killer & !=himself themselves herself & !<@fighters rebel \
        | justice
    hand give deal | =victory win majority defeat | election
    hand give cede turn return | +back over & =GROUND land island base canal @place | accord
    hand turn give | +over back & =hostage captive body remains | diplomacy
    hand give turn deliver lay put surrender | ARMS arsenal stockpile weaponry & +in over up down aside | ceasefire
    hoist raise wave show fly run | =a:white & =flag | ceasefire
    open launch | =front offensive | conflict
    open hold | =inquiry probe investigation trial hearing case | justice
    open begin | <trial retrial hearing inquest | justice
    open close shut reopen | =embassy consulate legation mission | diplomacy
    close shut quit | =base garrison outpost | withdrawal
    close open | <poll polls polling | election
    close drop shelve reopen | =case file investigation inquiry | justice
    add | =@money cent percent % point | economy
    add | battalion brigade warship squadron & !list | mobilisation
    fall go | +quiet | ceasefire
    collapse lapse expire resume restore break hold extend renew prolong crumble | TRUCE lull & !talk | ceasefire
    strike cut seal clinch close | =bargain agreement deal compromise accord pact understanding | accord
    call summon bring order | +home back & =envoy ambassador | diplomacy
    call order bring | +home back & =staff personnel dependant adviser | withdrawal
    serve | =notice | threat
    give | =notice | statement
    demand | =surrender capitulation | threat
    order send move | +to & ~@nature & !=ambassador envoy delegation | mobilisation
    bring introduce restore reinstate end abolish scrap revive | =draft conscription & !resolution constitution | mobilisation
    swallow wrest gobble snatch | =@place & !<@party party | invasion
    reduce pound | ~rubble ruin ash ashes dust & !<quake earthquake fire eruption | attack
    flatten level destroy raze wreck gut obliterate | <CRAFT WEAPON raid strike airstrike shelling bombardment bombing bomber gunner | \
        attack
    make | +off & ~girl ~child ~schoolgirl ~hostage ~boy ~captive | attack
    rout trounce thrash crush | ~poll ~election ~vote ~ballot | election
    pip edge trounce thrash | =@person & !~final match cup | election
    beat | =@person & !~@place & !~final match cup | election
    carry | =@place & <@person @party party | election
    gain lose cede | =ground & <FORCES FIGHTER rebel army | conflict
    slide descend plunge sink slip lapse tip tumble spiral | ~war ~conflict ~bloodshed ~anarchy ~chaos | conflict
    throw fling beat hurl push drive | +back & !CROWD & !~bill | conflict
    pack | <FORCES FORCE peacekeeper legionnaire contingent | withdrawal
    wind wound | +up & =mission operation presence deployment | withdrawal
    empty evacuate | =embassy consulate mission | withdrawal
    sweep | +away aside & =monarchy regime dictatorship RULE RULER order | regime change
    arrest detain seize hold depose | =RULER & <UNIFORM junta mutineer | regime change
    gain get win achieve | =freedom independence statehood sovereignty | regime change
    come draw | ~end ~close & <rule reign dictatorship monarchy regime empire | regime change
    bear | =@state @place republic nation state federation | regime change
    ditch dump axe drop | =@person ROLE leader & !bomb | leadership
    fall drop slump rise climb dip slide jump hit reach top exceed be stand | <turnout | election
    bring | ~standstill & @place city country capital | protest
    pour flood stream flock surge spill | ~square ~street ~streets & people million thousand crowd hundred CROWD @people | protest
    break | +up & =march gathering vigil crowd | protest
    starve | =themselves himself herself themself | protest
    swoop descend pounce | <POLICE | justice
    walk | +free | justice
    go walk send | ~gallows ~scaffold ~guillotine | justice
    capture | =@person DEFENDANT & !<@fighters rebel militant pirate gunman FORCES UNIFORM @people | justice
    shed lose gain | =cent percent % point value | economy
    go | +under & !<ship submarine | economy
    scrap ditch axe abolish | MONEY peg link tax levy subsidy & !=treaty pact | economy
    give | =way & <BUILT | disaster
    tear rip sweep rage roar race | <blaze fire wildfire flame inferno twister tornado | disaster
    jump leave come | track ~track rail ~rail & <train locomotive carriage wagon | disaster
    take swear | =oath | leadership
    claim | =attack bombing assassination raid shooting kidnapping ambush massacre | attack
    come go | ~list ~blacklist & +off | sanction
    give | +up & =leadership post office presidency seat portfolio chairmanship throne | leadership
    renounce cede relinquish | LAND @place | accord
    take bring refer submit | ~arbitration | justice
    drill explore | <FIRM @company rig | economy
    drill explore | ~field ~block ~well ~gas ~oil | economy
    file submit lodge | =claim | diplomacy
    serve | ~navy ~army ~regiment ~guard ~force ~marines | other
    drop rappel abseil | ~helicopter & ~carrier ~ship ~deck ~vessel ~tanker | attack
    grant deny refuse | =bail parole | justice
    name | <navigator explorer sailor | other
    vote | ~referendum ~plebiscite | election
    pass adopt approve enact repeal amend introduce draft block reject back debate | =bill law act legislation code statute & !MONEY \
        tax budget \
        tariff sanction MEASURE & !treaty pact | other
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
    fire sack axe | =STAFF controller & !=ROLE | economy
    fire sack | =government cabinet coach editor adviser aide general commander ambassador | leadership
    vote | >strike ~strike walkout & !<mp lawmaker parliament senate congress council & !=a:air a:military | protest
    dismiss | =STAFF & <FIRM @company @org & !=ROLE | economy
    oust topple remove depose unseat | =ROLE @person & <shareholder investor board director FIRM @company | leadership
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
    reject dismiss uphold | <objection appeal case suit complaint lawsuit petition & - | justice
    send dispatch appoint | ~viceroy governor governor-general commissioner regent prefect | leadership
    petition | ~court tribunal judge =court tribunal judge | justice
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
