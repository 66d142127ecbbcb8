// Nouns that name what a verb does, and adjectives with the noun of their quality: one base form for both, so that "reduction of
// errors" is told as "reduced errors". No row holds the one who does it: who trained somebody is not therefore a trainer.

export const englishFamilies = `
reduce reduction
introduce introduction
produce production
deduct deduction
instruct instruction
construct construction
inspect inspection
collect collection
select selection
protect protection
direct direction
correct correction
connect connection
infect infection
react reaction
adopt adoption
install installation instalment
implement implementation
document documentation
present presentation
prepare preparation
repair reparation
restore restoration
explore exploration
administer administration administrate
register registration
operate operation
cooperate cooperation
generate generation
migrate migration
integrate integration
calculate calculation
coordinate coordination
negotiate negotiation
translate translation
create creation
locate location
relocate relocation
allocate allocation
evaluate evaluation
validate validation
automate automation
donate donation
educate education
investigate investigation
communicate communication
participate participation
celebrate celebration
renovate renovation
decorate decoration
demonstrate demonstration
illustrate illustration
navigate navigation
isolate isolation
simulate simulation
regulate regulation
terminate termination
cancel cancellation cancelation
organise organizing
modernise modernisation modernization
digitise digitisation digitization digitalise digitalisation
optimise optimisation optimization
standardise standardisation standardization
specialise specialisation specialization
authorise authorisation authorization
reorganise reorganisation reorganization
stabilise stabilisation stabilization
centralise centralisation centralization
expand expansion
extend extension
decide decision
divide division
revise revision
supervise supervision
provide provision
convert conversion
permit permission
admit admission
submit submission
omit omission
discuss discussion
transmit transmission
suspend suspension
comprehend comprehension
conclude conclusion
include inclusion
exclude exclusion
describe description
subscribe subscription
prescribe prescription
receive receipt reception
perceive perception
assume assumption
consume consumption
resume resumption
solve solution
resolve resolution
evolve evolution
apply application
multiply multiplication
notify notification
verify verification
modify modification
classify classification
simplify simplification
identify identification
clarify clarification
specify specification
consult consultation
transport transportation
adapt adaptation
invite invitation
cite citation
observe observation
reserve reservation
converse conversation
examine examination
determine determination
combine combination
imagine imagination
recommend recommendation
expect expectation
confirm confirmation
inform information
transform transformation
explain explanation
compensate compensation
accommodate accommodation
compare comparison
complete completion
delete deletion
compete competition
define definition
repeat repetition
acquire acquisition
require requirement
contribute contribution
distribute distribution
execute execution
substitute substitution
pollute pollution
attend attendance
assist assistance
maintain maintenance
perform performance
insure insurance
guide guidance
assure assurance
appear appearance
allow allowance
accept acceptance
resist resistance
exist existence
prefer preference
depend dependence
differ difference
occur occurrence
refer reference
approve approval
arrive arrival
refuse refusal
remove removal
renew renewal
propose proposal
dispose disposal
survive survival
withdraw withdrawal withdrew withdrawn
dismiss dismissal
reverse reversal
refer referral
appraise appraisal
rehearse rehearsal
rent rental
try trial
move movement
improve improvement
replace replacement
manage management
develop development
pay payment repay
treat treatment
assess assessment
measure measurement
invest investment
employ employment
deploy deployment
recruit recruitment
enrol enrolment enrollment
settle settlement
arrange arrangement
announce announcement
achieve achievement
involve involvement
adjust adjustment
assign assignment
advertise advertisement
enforce enforcement
engage engagement
state statement
reimburse reimbursement
refund refunding
judge judgement judgment
commit commitment
deliver delivery
recover recovery
discover discovery
enquire enquiry
inquire inquiry
deliver redelivery
lead leadership
analyse analysis analyze
emphasise emphasis
diagnose diagnosis
grow growth
lose loss lost
sell sale sold
advise advice
choose choice chose chosen
believe belief
prove proof
close closure
fail failure
expose exposure
depart departure
sign signature
weigh weight
speak speech spoke spoken
think thought
give gift
complain complaint
respond response
pack packaging
marry marriage
break breakage broke
use usage
cover coverage
waste wastage
save savings
earn earnings
bill billing
train training
meet meeting met
build built
pair pairing
accurate accuracy
efficient efficiency
fluent fluency
liable liability
responsible responsibility
available availability
reliable reliability
punctual punctuality
valid validity
safe safety
secure security
profitable profitability
able ability
capable capability
flexible flexibility
absent absence
confident confidence
anxious anxiety
painful pain
strong strength
wide width
high height
deep depth
young youth
ill illness
sick sickness
weak weakness
aware awareness
happy happiness
nervous nervousness
tired tiredness
stiff stiffness
complete completeness
dirty dirt
noisy noise
rusty rust
frayed fray
doubtful doubt doubtfully
suspicious suspicion
annual annually
quarterly quarter
`;
