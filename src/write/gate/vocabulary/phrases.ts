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
`;
