// More words that say the same of a fact; meanings as in english-groups.ts, several in a line.

export const englishSynonyms = `
run manage operate; oversee supervise monitor; start begin open commence; start set-up establish found
perform carry conduct do execute; conduct run hold; deliver bring drop-off; bring transport carry; deliver provide supply
provide supply furnish equip; provide offer give; supply send ship; send ship dispatch despatch post mail forward
send transmit submit; submit file lodge; receive collect; collect pick fetch; arrive come; reach arrive attain achieve
achieve accomplish attain realise; gain obtain secure acquire win; complete finish conclude finalise end; end terminate expire
finish stop; stop end discontinue quit give-up; continue carry-on persist; postpone delay push; cancel withdraw revoke
choose select pick opt; select shortlist; decide choose resolve; divide split share; share divide; join enter
enter join participate; leave quit depart resign; resign quit; stay remain keep; live reside dwell; move relocate; visit call
find locate discover spot; find uncover; discover identify detect; notice observe see spot; show display exhibit
explain describe outline; explain clarify; describe outline portray; inform notify advise alert; notify report; report state
mention note; ask enquire query; ask invite request; request apply; apply request; suggest recommend propose advise
recommend advise; advise counsel; warn caution alert; promise pledge undertake; agree accept consent; accept agree take
approve accept endorse; adopt accept approve; confirm verify; confirm acknowledge; deny dispute; refuse decline reject deny
reject dismiss; praise commend compliment laud; praise compliment; thank gratitude; apologise apology sorry; complain object
hope wish; intend want plan; enjoy like fond pleasure; rest relax; relax calm; calm composed; nervous anxious worried uneasy
anxious anxiety nervous; confident confidence assured self-assured; sad unhappy; sore painful ache hurt; hurt ache pain painful
heal recover; sick ill unwell; pill tablet; medicine medication drug; drink consume; eat consume; meal dish; cook prepare
bake cook; diet nutrition; jog run; train exercise practise; practise rehearse; practice practise; stretch stretching; lift raise
weight weigh; heavy weigh; smoke smoking; sleep asleep; wake awake; buy purchase order acquire; sell market
order request commission; commission order hire instruct; hire engage; engage hire commission; rent lease hire
lease rent let tenancy; tenancy lease; tenant lessee renter; landlord lessor; sublet sublease subletting; rent rental
deposit security; repay refund reimburse return; refund reimburse reimbursement repayment; return back; return refund
replace exchange substitute swap; exchange swap trade; repair fix mend; maintain service upkeep; service maintain
keep retain hold; retain keep withhold; withhold retain; keep store; store keep hold save; save preserve
protect secure safeguard guard; insure cover; ensure guarantee secure; guarantee warrant warranty; warranty guarantee
liable responsible liability; responsible duty; obligation duty; oblige must require; breach violate break infringe
violate breach; notice notification; consent permission approval agreement; permission approval; allow permit authorise
prohibit forbid ban; forbid ban; excluded exclude; confidential secret; disclose reveal; clause provision section
annex appendix attachment schedule; amend change modify alter; modify change alter adapt; adapt adjust change; change alter
update revise renew; revise edit rework; edit revise; extend prolong lengthen; extend expand enlarge; expand grow enlarge
widen broaden expand; shorten reduce; speed accelerate quicken; accelerate speed; facilitate ease; simplify ease streamline
streamline simplify; automate automatic; digitise digital; modernise update renew; upgrade improve update
renovate refurbish restore; refurbish renovate; restore renovate repair; rebuild reconstruct; construct build erect
assemble build; manufacture produce make fabricate; produce manufacture; craft make; design devise plan
devise design develop create; invent devise; draft write prepare; write pen; write document; publish issue release; issue publish
translate translation; interpret interpreting; record log note document; log record; register enter; enrol register; list itemise
count number; calculate compute work-out; compute calculate; estimate assess; measure determine; determine establish
analyse examine study investigate; investigate examine probe; inspect examine check audit; audit inspect check; test examine
test trial pilot; trial pilot; monitor control supervise; control check monitor; observe watch; track follow; track record
compare comparison; evaluate review appraise; appraise evaluate assess; grade mark; mark score; score point; result outcome
outcome result; effect impact; impact effect; benefit advantage; advantage benefit; drawback disadvantage
problem issue difficulty; issue problem matter; difficulty problem trouble; trouble problem; mistake error; error mistake fault
fault defect flaw; flaw defect; defective faulty broken; faulty defective; torn ripped tear rip; tear rip; rip tear
scratch scratched scrape; dent dented; stain stained mark; crack fracture split; frayed worn; worn used; empty nothing
missing absent lacking lack; missing lost; lack missing without; lost missing misplaced; misplace lose; forget leave
retrieve collect recover; recover retrieve; hand give pass; pass hand; pass give; hand-in deliver turn-in; belong own
owner proprietor; property belonging possession; possession belonging; own possess; suitcase case; suitcase luggage baggage
luggage baggage; laptop computer; computer pc; mobile cellphone smartphone phone; smartphone phone; headphone earphone headset
spectacles glasses; glass glasses; pullover sweater jumper; trousers pants; scarf shawl; booklet brochure leaflet; leaflet flyer
poster placard; picture photograph photo image; photograph photo; film movie; book volume; notebook notepad; pen biro
parcel package; box carton; carton box; crate box; cupboard cabinet; wardrobe closet; lift elevator; flat apartment
apartment flat; building premises; premises site; site location place; location place spot site; basement cellar
floor storey story; ground floor; street road; road street; city town; region area; country nation; railway train; train railway
bus coach; coach bus; carriage coach wagon car; tram streetcar; taxi cab; plane aircraft airplane; ship boat vessel
bicycle bike cycle; bike motorbike; motorbike motorcycle; lorry truck hgv; driver chauffeur
staff personnel workforce employee team-member; employee worker staff-member; workforce staff; colleague coworker peer workmate
teammate colleague; apprentice trainee; trainee intern; intern trainee; newcomer starter; starter joiner newcomer hire
recruit hire starter; applicant candidate; candidate applicant; doctor dr; kid child; child kid; father dad
client customer patron; guest customer; visitor guest; shopper customer; board committee; committee panel board
chair chairperson chairman chairwoman chaired; minute minutes; vote ballot; elect vote; meeting conference session
conference meeting; appointment session; lesson class session; seminar workshop course; workshop seminar course; course programme
curriculum syllabus; lecture talk; speech talk address; party celebration; celebration festival; trip excursion outing tour
excursion trip; fair exhibition show; exhibition show; competition contest; contest competition; win victory; victory win
club association society; association society; charity non-profit; fund finance; finance fund; money cash fund; cash money
salary pay wage; turnover sale revenue; revenue turnover income; income revenue earning; profit gain surplus; surplus profit
loss deficit; loan credit; bill invoice; account bill; payment sum; sum amount total; total overall; discount reduction rebate
rebate discount; voucher coupon; price rate; rate fee; fee payment; free complimentary gratis; cheap inexpensive; expensive costly
costly expensive; value price; estimate quote; tender bid; offer proposal; proposal suggestion offer
suggestion proposal idea advice; idea proposal; recommendation advice suggestion; advice tip; tip hint
instruction guideline direction; guideline guide; guide manual handbook; manual handbook; rule regulation; regulation rule
procedure process; process procedure; method approach technique; approach method; technique method; tool instrument
device appliance machine; machine equipment; equipment gear device; part component; component part; piece part
element part component; section part; share portion proportion percentage part; portion share part; percentage share proportion
majority most; number count quantity; quantity number amount; height tall high; tall high; wide broad; slight minor small light
minor small slight; tough difficult hard; easy simple; simple easy plain; complex complicated; complicated complex; safe secure
secure safe; clean tidy; neat tidy; dirty soiled; wet damp; bright light; grey gray silver-grey; identical same
same identical equal; equal same; similar alike comparable resemble; comparable similar; different distinct differ
various diverse; diverse various; additional extra further more; extra additional further; further additional more; spare extra
other further; several some; few some; single one sole; twofold double; entire full complete whole; complete full; partial part
partly partially; almost nearly; exact precise accurate; precise exact; correct right accurate; wrong incorrect false
incorrect wrong; true correct; certain sure; sure certain; clear plain obvious; immediate prompt instant straight instantly
immediately straight promptly instantly; punctual on-time timely; late delayed overdue delay; overdue late
prior previous earlier before; previous former prior earlier; subsequent later following; later after afterwards subsequently
afterwards after then subsequently; next following coming; current present ongoing existing; existing current; future coming
recent last latest; constant continuous permanent; permanent lasting; temporary interim short-term; short brief; brief short
long lengthy; frequent regular often; regular routine; routine regular; seldom rarely; sometimes occasional; usual normal typical
normal usual; average mean; mean average; typical usual; approximate about; main chief principal major primary; major main
necessary required need; required necessary need; obligatory mandatory compulsory must; mandatory compulsory must; compulsory must
optional voluntary; knowledge know; understand comprehend; grasp understand; skill ability; language tongue
mother-tongue first-language native; spoken oral; oral verbal; verbal oral spoken; writing write written
digital electronic online; electronic digital; online internet web; internet web online; web website; site page; page website
homepage website; application programme; programme program scheme; scheme programme plan; initiative project programme
strategy plan; target goal; objective goal; aim purpose; purpose aim; focus concentrate; concentrate focus; stress strain
emphasis focus; topic subject theme; subject topic; theme topic; title heading; thesis paper; essay paper; paper article
article report piece; newspaper paper; magazine journal; journal diary; diary journal; calendar schedule diary; timeline schedule
deadline due; date day; day date; noon midday; evening night; holiday break; break pause; pause break rest; absence leave
retire retirement; kindergarten nursery; nursery kindergarten preschool; surgery operation practice; clinic practice
hospital infirmary; ward unit; unit department; department division unit; division department; branch office location
office bureau; headquarters head-office; factory plant works; plant factory; workshop garage; garage workshop; laboratory lab
cafe coffee-shop; bar pub; pub inn bar; shop outlet; market marketplace; supermarket grocery; museum gallery; theatre playhouse
cinema theatre; office workplace; workplace job; job post position employment; occupation profession job; profession job career
career job; duty obligation responsibility; responsibility duty; task job; assignment task; rota roster shift-plan
handover transfer; transfer convey; inventory stock-taking stocktaking; stocktaking inventory; goods merchandise product ware item
product goods item article; merchandise goods; item article object thing piece; object item thing; model version; version edition
brand make; type kind sort; sort type kind; class category; category group; group team; collection set; series range
range selection variety; variety range; feedback comment; comment remark; remark comment; opinion view; view opinion
response reply answer; contact touch; touch contact; phone telephone call; email mail; message note; note message memo
signature sign; sign signature; certificate certification; certification certificate; proof evidence; evidence proof
injury wound harm; injury hurt; damage harm; harm damage; theft stolen steal; stolen steal theft; lawyer solicitor attorney
solicitor lawyer; law legal; legal law; dispute conflict; conflict dispute; settlement agreement; pact agreement
arrangement agreement; partnership cooperation; jointly together joint; joint common together; together with jointly
independent independently; climb rise increase; boss superior; mother mum mom; physician doctor; sofa couch
`;

/** Left may be told as right, which says less: the kind of a thing, a feeling without its strength. */
export const englishHypernyms = `
surge > rise; surge > increase; soar > rise; soar > increase; slash > cut; slash > reduce; plummet > fall; smash > break; shatter > break
urge > encourage; urge > advise; urge > ask; insist > ask; beg > ask; demand > ask; demand > request; love > like; hate > dislike
exhausted > tired; furious > angry; angry > annoyed; huge > large; tiny > small; severe > bad; dread > fear; expert > specialist
accident > incident; incident > event; accident > event; wife > spouse; husband > spouse; mother > parent; father > parent; son > child
daughter > child; pupil > child; brother > sibling; sister > sibling; nurse > staff; porter > staff; receptionist > staff; waiter > staff
fluent > proficient; proficient > speak; know > familiar; car > vehicle; van > vehicle; bus > vehicle; tram > vehicle; motorcycle > vehicle
handbag > bag; suitcase > bag; rucksack > bag; laptop > computer; tablet > computer; smartphone > device; laptop > device; phone > device
sofa > furniture; chair > furniture; desk > furniture; table > furniture; desk > table; jacket > garment; coat > garment; shirt > garment
jacket > clothing; coat > clothing; scarf > clothing; necklace > jewellery; bracelet > jewellery; earring > jewellery; watch > timepiece
apple > fruit; rent > cost; fee > cost; salary > pay; apprentice > trainee; sculptor > artist; novel > book; brochure > document
invoice > document; contract > document; letter > document; report > document; certificate > document; passport > document; email > message
engineer > staff; developer > staff; technician > staff; teacher > staff; solicitor > lawyer; barrister > lawyer; university > institution
hospital > institution; school > institution; supervise > guide; train > guide; coach > guide; negotiate > discuss
sign > agree; complain > report; object > complain; diagnose > find; repair > handle; ban > refuse; win > gain
cook > prepare; bake > prepare; bake > make; sew > make; knit > make; code > write; email > contact; phone > contact; call > contact
visit > meet; interview > meet; interview > talk; argue > discuss; quarrel > argue; confess > admit; run > exercise; swim > exercise
cycle > exercise; jog > exercise; run > train; swim > train; marathon > race; half-marathon > race; piano > instrument; violin > instrument
guitar > instrument; english > language; daily > regular; weekly > regular; monthly > regular; annual > regular; nightly > regular
`;
