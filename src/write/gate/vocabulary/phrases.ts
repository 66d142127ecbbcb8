// Several words that stand for one: degrees and firms with their short forms, and verbs of several words. Written in the words'
// base forms (stems.ts); the longest phrase wins.

export const phraseRows = `
square metre > m2
square meter > m2
sqm > m2
cubic metre > m3
doctor degree > phd
bachelor of science > bsc
b.sc > bsc
bachelor of art > ba
b.a > ba
bachelor of engineering > beng
bachelor of commerce > bcom
master of science > msc
m.sc > msc
master of art > ma
m.a > ma
master of business administration > mba
master degree > masterdegree
bachelor degree > bachelordegree
doctor of philosophy > phd
ph.d > phd
amazon web service > aws
google cloud platform > gcp
user experience > ux
user interface > ui
human resource > hr
search engine optimisation > seo
search engine optimization > seo
continuous integration > ci
artificial intelligence > ai
machine learn > machinelearning
registered nurse > rn
general practitioner > gp
united kingdom > uk
united state > us
european union > eu
chief executive officer > ceo
chief technology officer > cto
chief financial officer > cfo
chief operating officer > coo
head of department > departmenthead
be considered for > apply
consider for > apply
write to apply > apply
take part > participate
be part of > participate
have part in > participate
play part > participate
be involve in > participate
contribute to > contribute
in charge > responsible
be responsible > responsible
take care of > care
look after > care
care for > care
go up > increase
come up > increase
go down > decrease
come down > decrease
bring down > reduce
bring up > raise
scale up > grow
be able > can
in addition > also
roll out > launch
go live > launch
sign off > approve
follow up > followup
take on > takeon
pick up > collect
work together > collaborate
team up > collaborate
pair with > collaborate
get rid > remove
make use > use
give advice > advise
give training > train
run through > review
go through > review
keep record > record
keep up > maintain
take over > takeover
hand over > handover
stand in > standin
fill in for > standin
deputise for > standin
set up > establish
hand in > handin
turn in > handin
carry out > perform
from time to time > occasional
now and then > occasional
every day > daily
each day > daily
every week > weekly
each week > weekly
every month > monthly
each month > monthly
every year > annual
each year > annual
each night > nightly
every night > everynight
on average > average
in total > total
team lead > teamlead
team leader > teamlead
would like > want
accept no liability > liable
assume no liability > liable
accept liability > liable
be liable > liable
would like to apply > apply
would like to > want
put on > gain
bring in > bringin
cell phone > mobile
opening hour > openinghours
get to know > know
up to date > uptodate
pro tag > täglich
pro woche > wöchentlich
pro monat > monatlich
pro jahr > jährlich
zu je > je
jeden tag > täglich
jede woche > wöchentlich
jeden monat > monatlich
jedes jahr > jährlich
jedes quartal > vierteljährlich
give up > stop
pay back > refund
pay back > return
take away > remove
take away > dispose
put off > postpone
call off > cancel
find out > discover
look into > investigate
ask for > request
deal with > handle
get in touch > contact
carry on > continue
sort out > resolve
fill in > complete
draw up > draft
draw up > prepare
put together > assemble
send back > return
give back > return
hand back > return
free of charge > free
at no cost > free
at no charge > free
in writing > written
on time > punctual
in advance > beforehand
up front > beforehand
by telephone > phone
by phone > phone
at hand > available
at disposal > available
in cooperation with > together
in collaboration with > together
jointly with > together
along with > together
day of week > weekday
make sure > ensure
be in possession > have
be due > due
bring along > bring
add up to > total
cut down > reduce
cut back > reduce
slow down > slow
speed up > accelerate
turn down > decline
turn down > reject
point out > mention
set off > leave
come in > arrive
drop off > deliver
hand out > distribute
give out > distribute
get ready > prepare
take lesson > lesson
have lesson > lesson
keep track > track
keep an eye > monitor
step down > resign
let go > dismiss
lay off > dismiss
bring forward > advance
lend a hand > help
give a hand > help
hold a meeting > meet
have a meeting > meet
have meeting > meet
work shift > shift
wear out > worn
line manager > manager
staff member > staff
member of staff > staff
team member > staff
head of human resource > hrhead
mobile phone > mobile
opening time > openinghours
lost and found > lostproperty
lost property > lostproperty
point of contact > contact
contact person > contact
twice a year > halfyearly
mother tongue > native
first language > native
postgraduate certificate in education > pgce
bachelor of law > llb
master of law > llm
master of education > med
driving licence > drivinglicence
driver licence > drivinglicence
frequently ask question > faq
value add tax > vat
value added tax > vat
non disclosure agreement > nda
key performance indicator > kpi
quality assurance > qa
return on investment > roi
customer relationship management > crm
enterprise resource planning > erp
information technology > it
public relation > pr
research and development > r&d
chief marketing officer > cmo
vice president > vp
zur verfügung > bereit
zur verfügung stellen > bereitstellen
in kraft > gültig
in anspruch > nutzen
in auftrag > beauftragen
zum einsatz > einsetzen
in rechnung > berechnen
im auftrag > beauftragen
nach hause > heim
in der lage > können
zur kenntnis > informieren
innerhalb von > innerhalb
ums leben > sterben
in betrieb > inbetriebnahme
im urlaub > urlaub
vor ort > vorort
in empfang > empfangen
vor allem > hauptsächlich
von hand > manuell
auf deutsch > deutsch
auf englisch > englisch
in teilzeit > teilzeit
in vollzeit > vollzeit
fristgerecht > pünktlich
shut off > turnoff
turn off > turnoff
switch off > turnoff
shut down > turnoff
turn on > turnon
switch on > turnon
take off > takeoff
take down > takedown
knock down > takedown
pull down > takedown
tear down > takedown
set off > setoff
head off > setoff
put up > putup
put back > postpone
put forward > propose
put forward > putforward
go over > review
look over > inspect
look at > inspect
go through > review
turn up > turnup
show up > turnup
turn into > turninto
get better > getbetter
fall to > fallto
fall due > due
come due > due
be due back > return
hang on to > keep
hold on to > keep
hold back > withhold
keep back > withhold
leave out > omit
leave to > leaveto
leave the decision > leaveto
up to you > leaveto
hold up > delay
break down > breakdown
come back > return
go back > return
get back > receive
give up > stop
sit in > attend
take over > takeover
pick up > learn
find fault > criticise
no fault > order
in order > order
no defect > order
take into account > takeintoaccount
take place > happen
take the place > replace
step in for > standin
stand in for > standin
take turns > share
have a hand in > help
lend a hand with > help
write down > note
get hold of > reach
out of order > broken
out of action > broken
in the space of > within
in the course of > during
at the latest > until
no later than > until
not later than > until
at most > atmost
no more than > atmost
not more than > atmost
not exceed > atmost
at least > atleast
no less than > atleast
not less than > atleast
as well as > and
such as > including
owing to > because
due to > because
thanks to > because
on account of > because
because of > because
as a result of > because
by mistake > accidentally
by accident > accidentally
on purpose > deliberately
for free > free
without charge > free
without payment > free
at no extra cost > free
pay nothing > free
not have to pay > free
do not have to > neednot
have to > must
need to > must
be to > must
be obliged to > must
be require to > must
be allow to > may
be permit to > may
be free to > may
be able to > can
in the morning > am
in the afternoon > pm
in the evening > pm
in full > whole
in all > total
all in all > total
all told > total
a head > perperson
per head > perperson
per person > perperson
a person > perperson
per child > perchild
a child > perchild
each child > perchild
be made up of > consist
be compose of > consist
be in charge of > responsible
be accountable for > responsible
be liable for > responsible
have a go > try
make a decision > decide
take a decision > decide
make a start > begin
make use of > use
make an appointment > book
make a payment > pay
make a complaint > complain
make contact > contact
make an offer > offer
make a mistake > err
make repair > repair
give a talk > speak
give a lecture > speak
give notice > terminate
give back > return
give permission > permit
give rise to > cause
take a look > look
take a break > rest
take note > note
take the minute > minutes
take care > care
take part in > participate
take in > include
have a look > look
have a meeting > meet
do without > without
go without > without
get by without > without
run out > runout
run short > short
run low > short
be short of > short
low on > short
out of stock > unavailable
not available > unavailable
on call > oncall
on duty > onduty
on loan > lend
on hire > hire
for sale > sell
on sale > sell
at work > work
at home > home
be born > born
pass away > die
pass on > forward
hand on > forward
send on > forward
send off > send
send out > send
bring back > return
bring in > raise
bring in > introduce
bring about > cause
phase out > stop
carry over > transfer
check in > register
check up > check
clear up > clean
clean up > clean
clear out > empty
come with > include
come to > total
come out > publish
cool down > cool
cut off > disconnect
do up > renovate
dry out > dry
eat out > eat
end up > become
fall ill > sick
fall sick > sick
fall behind > delay
fall through > fail
fit in > fit
get on > board
get off > leave
get out > leave
get up > rise
give in > agree
go ahead > proceed
go for > choose
go out > leave
grow up > grow
hear from > hear
join in > participate
keep on > continue
lay down > set
lay out > spend
leave behind > forget
line up > arrange
live on > live
lock up > lock
look for > seek
search for > seek
look forward > expect
look like > resemble
look up > find
make out > see
make up for > compensate
move in > move
move out > move
name after > name
own up > admit
pack up > pack
pay off > repay
plug in > connect
pull out > withdraw
put away > store
put in > install
put on > wear
put out > extinguish
put through > connect
ring up > call
rule out > exclude
run into > meet
see to > handle
sell out > soldout
settle in > settle
settle up > settle
show round > show
show around > show
shut up > close
sign up > register
sort out > resolve
speak about > discuss
spell out > explain
split up > split
stay on > stay
step up > increase
take apart > dismantle
take back > return
talk about > discuss
talk over > discuss
throw out > discard
throw away > discard
tidy up > tidy
try out > test
turn out > prove
turn over > pass
use up > use
wake up > wake
wash up > wash
wind up > end
work on > work
work out > calculate
write off > cancel
write up > write
write to > contact
`;
