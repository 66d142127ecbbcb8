// English verbs that tell the same act. A row is one meaning: any word of it may stand for any other. `>` is one way only: what
// stands left may be told by any word on the right, which says less, never the other way round. Verbs with the same particle are
// one word after phrases.ts ("shut off" is "turnoff"). What no row may hold: acts of which one is more, later, or somebody else's.

export const englishVerbs = `
accompany escort; accompany go travel come > accompany; accompany > go travel come join
replace exchange swap substitute; switch replace swap change; replace > change renew
bear shoulder pay cover carry; meet cover pay; pay settle cover; cover > pay; fund finance > pay
appear seem look; inspect examine look survey view; view look see; survey inspect examine; notice spot see observe
happen occur place; arise occur emerge; take place occur happen
last take endure continue run; persist remain continue linger; continue proceed resume; stay remain; reside live stay
reply answer respond write; inform notify tell advise announce; announce declare report tell say; mention note say state
write say state tell report; report say tell state write inform; say tell state; explain say tell; point say mention
confirm verify say; confirm acknowledge; acknowledge admit; admit concede; deny dispute contest; dispute contest question challenge
complain say; complain object criticise; praise commend compliment; thank appreciate; apologise sorry regret
ask request; request ask seek; request require; demand request ask call; beg ask; enquire ask inquire; apply ask request
wish want like desire; prefer like rather favour; prefer better; enjoy like; favour prefer
need require; require need necessary; call require > need; depend rely; rely depend
think believe consider feel reckon; believe think suspect reckon; reckon think estimate expect believe; expect anticipate foresee
expect reckon estimate; estimate reckon put value; estimate forecast expect; guess estimate; assume presume suppose suspect
suspect believe think; doubt question; know aware; realise notice; understand know; remember recall; recall remember
decide choose settle resolve; choose select pick opt; select choose pick; decide agree; vote decide; opt choose
agree consent accept; accept take; accept agree; approve agree accept consent; approve consent authorise; authorise allow permit
allow permit let; permit allow; let rent lease hire; let allow; ban prohibit forbid; forbid ban prohibit; refuse decline reject
refuse deny; decline refuse; reject decline refuse; turndown reject refuse decline; withhold hold keep; retain keep
begin start commence open; open begin start; launch start open; start join; join enter; set start; resume restart continue
end finish conclude close stop expire; expire end lapse; close end shut; stop end cease; finish complete end; terminate end cancel
complete finish; complete finalise; finalise complete settle confirm; wrap finish; cancel end terminate; calloff cancel; drop cancel
leave depart go quit; depart leave go; setoff leave depart start go; quit leave resign; resign quit leave step; retire leave
arrive come reach get; reach get arrive; arrive > come; come go; return back come; bring return; visit go attend see; go visit travel
attend visit come present; attend > go; appear attend > come; showup come attend arrive appear; turnup come attend arrive appear found
turnup find; locate find discover; find locate discover; discover find notice; detect find discover; recover find > get
carry take bring transport; take carry; fetch collect bring; collect fetch get; collect pick gather; pickup collect fetch learn
deliver bring supply; bring deliver take; supply provide deliver give; provide supply give offer; offer provide propose; hand give
give hand provide; give grant; grant give award; award give grant; donate give; present give; distribute hand give; giveout distribute
handout distribute; handin submit deliver give; submit hand file send; file submit lodge report; lodge submit file; register record enrol
send ship dispatch post mail; ship send dispatch; dispatch send ship; forward send pass; transmit send; mail send; email write send
receive get obtain; obtain get receive acquire secure; get receive obtain; earn get receive make; acquire buy get; gain get
buy purchase; purchase buy order; order > request ask book; book reserve; reserve book hold; reserve keep; hire rent; hire employ recruit
rent lease hire; lease rent let; lend loan; borrow > take; sell > offer supply; trade deal; auction > sell
employ hire work engage; engage hire employ; recruit hire; appoint name choose; promote > appoint; dismiss fire sack
work job employ; work serve; perform do carry work; perform play; play perform; carryout do perform conduct run; conduct carry perform do run
conduct lead; execute carry perform do; undertake do carry perform; do perform; run manage operate lead; operate run work use drive
manage run handle; handle manage process deal treat; dealwith handle cover treat discuss; treat handle cover deal; treat care
cover include treat deal; cover contain; include contain cover comprise involve; comprise include contain consist; consist comprise include
belong part member; participate join attend part; takepart participate; join participate attend; participate > attend
help assist support aid; support help assist; assist help support; contribute help; sit attend; sitin attend; observe watch attend see
look care tend; care look nurse tend; tend care look; nurse care; carefor look tend maintain treat; lookafter maintain keep tend care nurse manage
maintain service keep care tend; maintain look; keep maintain hold retain store; store keep hold; hold keep; hold contain store
hangon keep hold; holdon keep hold; holdback withhold keep retain; withhold holdback; hold organise run > have
clean wash; wash clean rinse; rinse wash; wipe clean; sweep clean; tidy clean order; vacuum clean; scrub clean; polish clean
repair fix mend restore; fix repair mend; fix install fit mount attach; mount fit install fix attach; install fit mount put place
fit install mount; attach fix fasten join; fasten attach; put place set lay; place put set; lay put place; set put place
remove take; takeoff deduct subtract; takedown remove dismantle demolish; dismantle remove demolish; demolish dismantle remove
extract remove take; strip remove; deduct subtract remove; subtract deduct; delete remove erase; erase delete; eliminate remove
add include; add attach; append add attach; adapt adjust change; adjust change alter adapt; alter change; convert change turn
turn change; translate turn; translate render; turninto translate convert; revise edit correct amend; amend correct revise change; correct amend
modify change; rewrite revise; rework revise; update revise renew refresh; renew replace extend update; refresh update; improve better
getbetter improve; improve progress; progress improve advance; worsen deteriorate decline; deteriorate worsen; recover heal better; heal recover
increase rise grow climb; rise increase goup; goup increase rise; goup raise; raise increase; putup raise increase; putup mount install erect
comeup rise; lower reduce cut; reduce lower cut; bringdown reduce lower cut decrease; godown fall drop decrease decline; fall go drop
decline decrease fall drop; decrease fall drop decline; shrink decrease; double > increase rise grow; triple > increase rise grow; halve > reduce fall decrease
exceed surpass over above; limit cap restrict; restrict limit; cap limit; total amount sum come add; amount come total; addup total amount come
cost come price pay; charge bill invoice; bill charge invoice; invoice bill charge; value estimate price worth; owe due; due owe
pay > give; repay refund return; refund repay return reimburse; giveback return refund; payback refund repay return; sendback return
reimburse refund repay; save > keep put; spend pay; spend stay; invest spend put; invest > pay; waste lose; lose miss
damage harm ruin spoil; ruin damage destroy spoil; destroy > damage ruin; spoil damage ruin; hurt injure harm; injure hurt harm
affect hit touch influence; affect > concern; suffer sustain have; sustain suffer; break crack snap > damage; snap break; shatter > break; burst break > damage
tip topple fall; topple tip fall; drop fall let; spill leak; leak drip escape; drip leak; flood > water wet; soak > wet; swell swollen
crash collide hit; collide crash hit; hit strike; strike hit; bump hit; scrape scratch; slip slide; slide slip; stumble trip
fail break stop; breakdown fail stop; stop fail; malfunction fail; block obstruct; block stop prevent; obstruct block hinder; prevent stop keep hinder
hinder prevent stop; keep prevent stop; avoid miss prevent; miss lose; miss absent; miss skip; skip miss
close shut; shut close; shutdown close; shutoff turnoff; turnoff shutoff switchoff; switchoff turnoff; turnon switchon; switchon turnon; lock secure; unlock open
hurry rush; rush hurry; wait hold stay; await wait expect; wait remain; delay postpone late; postpone delay defer; putoff postpone delay; defer postpone delay
reschedule postpone move; schedule plan set arrange; plan schedule arrange; arrange organise plan set; organise arrange plan hold run; putforward propose suggest
propose suggest offer; suggest propose recommend; recommend suggest advise; advise recommend suggest; propose recommend; put propose
advise against; volunteer offer; offer > propose; promise commit pledge assure; pledge promise; guarantee assure warrant promise; assure promise guarantee
warrant guarantee; insure cover; insure > protect; protect guard secure; guard protect watch; watch observe monitor; monitor watch check; check inspect examine test verify
check look; test check try; try test attempt; attempt try; examine check inspect test; review check examine; review assess; assess review rate judge; rate assess judge
judge assess rate; rate value; mark grade; grade rate; measure gauge; measure take; weigh > measure; count number; count include; calculate compute work
analyse examine study evaluate; study analyse examine learn; study research; research study investigate; investigate look examine; explore investigate; lookinto investigate examine
learn study pickup; learn hear; hear learn; teach instruct train; train teach coach; coach train teach; instruct teach train; show teach; show demonstrate; demonstrate show
show indicate reveal display; indicate show; reveal show disclose; display show; prove show; prove demonstrate; exhibit show display; feature show include
read study; write pen; write script; script write; draft write draw prepare; drawup draft prepare write; prepare ready make draft; getready prepare; prepare draw
make produce create; create make; produce make; build make construct put; construct build; assemble build put; cook prepare make; bake make prepare; brew make
develop > make; design > plan; plan > prepare; found establish set start; cofound found establish start; setup establish install arrange build > prepare; establish set
compile make prepare put; record note write log document; note record write; log record; document record; enter record; list record name; name list call; describe portray
call phone ring telephone; call contact; call name; contact reach call get; getintouch contact; ring call phone; phone ring; email contact; write contact; greet welcome
meet see; meet gather; gather meet collect; see meet; talk speak; speak talk; discuss talk; chat talk; lecture talk speak; negotiate talk discuss; talk discuss
lead run head guide; head lead run chair; guide lead show; chair lead head run;lead > guide; supervise oversee watch; oversee supervise; command lead
drive ride > travel go; ride go travel; travel go ride; fly > travel go; walk > go; sail > travel go; cycle ride > go; commute > travel; move go; move relocate transfer
transfer move shift; shift move; relocate move; tow > move; load fill; unload empty; empty clear; fill load; pack fill; unpack empty; stack pile; pile stack
lift raise; lower let; push > move; pull drag; drag pull; pull > move; throw toss; throwaway discard bin dispose; discard throwaway; dispose discard remove; dump dispose
sew stitch; stitch sew; cut trim; trim cut; chop cut; slice cut; saw cut; drill bore; paint coat; coat paint; dry > air; heat warm; warm heat; cool chill; chill cool
light lit illuminate; illuminate light; burn > damage; ignite start; smell odour; taste > try; eat consume; consume eat use; drink consume; feed give; grow raise; raise keep
plant sow; sow plant; harvest pick reap; pick harvest collect; pave lay; dig excavate; excavate dig; wire connect; connect join link wire; link connect; join connect; disconnect unplug
wear have; wear carry; dress wear; sleep rest; rest sleep; live reside; live home; marry wed; wed marry; born birth; die death pass; die decease
play > take; sing perform; dance perform; win > get gain; beat defeat; defeat beat; compete race run; swim > compete; race compete; train practise; practise train; exercise train
vote cast; cast vote; elect choose vote; elect > appoint; nominate propose; sign conclude; sign > agree; conclude sign; conclude end; ratify approve; adopt approve; pass approve
sue court; appeal contest; testify say; accuse blame; blame accuse; fine penalise; arrest detain; release free; steal take; rob steal
belong own; own have possess; possess own have; have own possess; exist be; consist make; form make; resemble look; differ vary; vary differ; vary range; range vary
match fit correspond; correspond match; suit fit; fit match; compare contrast; equal match; relate concern; concern relate about; concern affect; regard concern
involve include; involve need; entitle allow; qualify entitle; entitle right; oblige bind; bind oblige; bind commit; commit bind; liable responsible; due fall
fallto responsible duty; fallto belong; apply use; apply valid; valid apply; use employ; use apply; use utilise; utilise use; reuse use; waive forgo; forgo waive
reflect consider account; account consider; reflect show; reflect takeintoaccount; consider takeintoaccount; takeintoaccount account; consider weigh; ignore disregard; disregard ignore
forget omit; omit leave; leave omit; leaveout omit; leave forget; leave let; leaveto; return giveback; return sendback; back return; comeback return; return recur; recur return
gift donation; serve dish; serve provide; host give; entertain host; celebrate mark; mark celebrate; invite ask; invite request; welcome receive
lack miss; lack without; miss lack; run short; short lack; shortage short lack; exhaust use; use consume; drain empty; pour fill; freeze ice; melt thaw
disrupt disturb interrupt; interrupt stop disrupt break; disturb bother disrupt; bother disturb annoy; annoy bother; upset annoy; worry concern; scare frighten; frighten scare; shock surprise; surprise astonish
hope wish; hope look; aim intend plan want; intend plan mean; mean intend; plan want; dream hope; promise > say; claim say; claim assert maintain; assert claim say; insist say; argue say claim
sound seem; prove turn; turn become; become turn get; get become; grow become; go become; stay keep; remain keep; leave remain; continue keep; keep continue
cure treat; prescribe > give; diagnose find identify; identify find recognise name; recognise identify know; admit accept; discharge release; operate > treat; bend flex; flex bend; sprain twist; twist sprain; stretch > move; jog run; run jog
vaccinate > treat; bandage dress; dress bandage; bleed blood; breathe breath; cough > ill; swell swelling; ache hurt; hurt ache pain; itch > bother; faint collapse; collapse fall faint
program code; code program; code write; deploy release install; release deploy publish; publish release print; print publish; post publish; debug fix; configure set; set configure; host run; backup copy save; copy duplicate; duplicate copy; scan read; type write; click press; press push; upload > send; download > get; store save; save store; encrypt secure; migrate move switch transfer
`;
