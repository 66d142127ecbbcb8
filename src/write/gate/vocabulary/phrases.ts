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
`;
