// English verbs with a particle and phrases of a verb that says little, each as the one word that english-verbs.ts knows; see phrases.ts.

export const englishPhrases = `
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
