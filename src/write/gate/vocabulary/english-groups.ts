// Words that say the same of a fact. A row is one meaning: any word of it may stand for any other. `>` is one way only: the left
// may be told as the right, which says less, never the other way round.

export const englishGroups = `
build develop create construct code program implement
rebuild redevelop remake
create produce make
write author compose draft
make produce
lead head supervise manage oversee direct
handle process deal
responsible charge accountable
increase raise grow rise boost improve lift climb
reduce cut lower decrease shrink shorten trim fall drop
fall drop decline sink decrease
improve enhance better
optimise streamline
begin start commence launch effect
launch ship release roll-out
introduce launch establish implement
found establish
end finish conclude
finish complete
terminate cancel
help assist support aid
participate part involved contribute
move migrate migration transfer switch shift relocate
switch change move migrate
coach train mentor instruct
teach instruct train
pupil student
student learner pupil
learn study
customer client buyer
supplier vendor seller
employee staff worker personnel
colleague coworker teammate
crew team group
win acquire gain
obtain get receive gain earn acquire
buy purchase procure
sell sold
deal contract
agreement contract
invoice bill billed charge
pay settle
payable due owe payment
leave left
ms mrs miss
owe due
price cost
cost expense
fee price charge
total sum altogether
date dated
vat tax
subtotal net
deliver delivery supply
delivery shipping
shipment consignment delivery
offer quote quotation propose bid
cover include
include contain
cap limit
limit restrict
provide available supply
annual year
monthly month
weekly week
daily day
quarterly quarter
hourly hour
nightly night
day daily
around about approximately
organise arrange coordinate schedule plan
coordinate organise
check inspect examine verify review
review check
examine analyse
analyse evaluate assess study
test check
fix repair mend correct
solve resolve fix
answer respond reply
reply response answer
request ask
ask request
approve authorise
reject decline refuse
postpone defer delay
object oppose
discuss talk
meet meeting
propose suggest
attend attendance present
prepare create produce make draft compile
report summary
collaborate cooperate cooperation together
collaborate work
advise consult counsel
sort classify
collect gather
find discover
hand-in surrender
inside contain within
contain hold
bag backpack rucksack
truck lorry
phone telephone
mobile cell
car automobile
licence license permit
permit licence
maths mathematics
software program
website site
app application
photo picture image
document paper
database db
javascript js
typescript ts
kubernetes k8s
postgresql postgres
infrastructure infra
administrator admin
repetition rep
kilogram kg kilo
kilometre km
metre m
centimetre cm
minute min
hour hr h
second sec s
month mo
year yr
litre l
kilogramme kg
pound lb
skip miss avoid omit
avoid skip
want wish like hope
want aim
recommend suggest advise
operate use
operate drive
exceed surpass
rest remaining remain
fear worry afraid concern
believe think
say state claim tell
phd doctorate
answer report
declin refuse reject
m2 m²
forgotten left
surpass beat exceed
attach enclose
carry transport
helpful useful
earn award
hear listen
phone call ring
recipe formula
trip journey travel
house home
owner own
step phase stage
plan intend aim
wish want
walk stroll
sleep slept
ache pain
pain painful hurt
feel felt
often frequently regularly
occasional sometimes occasionally
every each
everyone everybody
majority most
each per every
piece pc pcs item unit
glad gladly happy pleased
create make
create prepare draft
visit come
order purchase
missing outstanding short
receive get
crack cracked crack
start since
foster promote
promote advertise
contact reach
respond handle
host hold organise
install fit
wire install
assess evaluate judge
estimate forecast
company employer
lecture teach
tutor teach
passenger traveller
accident crash
uni university
exam examination test
pass passed
course class training
stock inventory
warehouse depot
pack package
mail post
email e-mail mail
talk speak present
talk speech presentation
volunteer voluntary
resident inhabitant
schedule timetable
wage pay salary
vacancy opening
reject refuse
defect fault bug error
bug error
enquiry inquiry question
question query
complaint claim
appoint name
agree consent
period term duration
term condition
begin effective
stop cease halt
must required
quick prompt
locate situated located
involve include
remain stay
stay remain
transfer hand
merge combine
divide split
rate ratio
world international
last previous past
last recent
value worth amount
need must
approximately roughly
now present current currently today ongoing
fluent fluently
speak spoken language
conversational conversationally
native mother-tongue
basic elementary beginner
small little
large big
quick fast rapid
slow slowly
new newly
difficult hard
broken damaged defective
damage break
monthly month
first initial
last final latest
end final
whole entire
main primary chief
also additionally
care tend
rota roster schedule
serve supply
run operate
operate run
maintain keep upkeep
keep maintain
introduce add
party side
valid validity
expire expiry
grant give award
allow permit let
forbid prohibit
require need
break breach
book record ledger
close shut
win won
steer guide
advise guide
sign signed
recover regain
save spare
measure gauge
monitor track watch
track monitor follow
design plan
redesign
document record describe
present show demonstrate
present presentation
hire recruit employ
employ hire
train training
certify certificate certified certification
qualify qualification
member membership
nominate nomination
award prize
scholarship grant stipend
thesis dissertation
research investigate
research study
holiday leave vacation
guest visitor
call phone
ticket case
typing type
meeting appointment
filing file
order orderly tidy
willing ready
learn learning
live reside based
city town
shop store
store shop
firm company business
company firm business organisation
employer company
outside external
internal inside
abroad overseas
worldwide global
several various multiple
goal aim objective target
eat eating
swim swimming
ride riding
lose lost
gain put-on
weigh weight
workout session exercise training-session
exercise workout
stiff stiffness
slight mild minor
severe serious
forklift
load loaded loading
drive
clean cleaning
finance financial
`;

/** Left may be told as right, never the other way round. */
export const englishWider = `
all > every everyone everybody
everyone everybody > all
unit > test
lorry > vehicle
truck > vehicle
backpack > bag
supervise > coordinate
lead > coordinate
manage > handle
lead > organise
coordinate > help
design > create
write > create
develop > write
prepare > work
resolve > handle
answer > handle
solve > handle
teach > help
coach > help
mentor > help
train > help
rebuild > develop
rebuild > improve
redesign > improve
double > increase
triple > increase
halve > reduce
basic > speak
fluent > speak
native > speak
excel > spreadsheet
`;
