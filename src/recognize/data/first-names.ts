// Common first names in the countries we read, lower case without diacritics. A small help for telling persons from firms.

export const firstNames: ReadonlySet<string> = new Set(
  `aaron adam adrian agnieszka ahmad ahmed alain alan albert alejandro aleksander alessandro alex alexander alexandra alfonso alfred ali alice alicia amanda amelia amit amy ana anders andre andrea andreas andrew
   angela anil anita anja ann anna anne annette antoine antonio anthony antonia arjun arthur astrid axel barbara beata beatrice ben benjamin bernard bernd bettina birgit bjorn bob brian bruno camille carl carla carlo carlos
   carmen carol caroline catherine cecile charles charlotte chiara chris christian christiane christina christine christoph christopher claire claudia claudio clara colin cristina daniel daniela daniele danielle david deborah deepak
   denis dennis diana diego dieter dirk dominik dominique donald donna dorothea dorota eduardo edward elena elisabeth elizabeth ella emily emma enrico eric erik ernst eva ewa fabian fabio fatima federico felix fernando filip florian
   francesca francesco francis francisco franck frank frans franz fred frederic fritz gabriel gabriela gabriele gary geert george georg gerald gerard gerd gerhard giorgio giovanni giulia giuseppe gloria grace graham gregor gregory guido guillaume
   gunter gustav hanna hannah hans harald harry hassan heather heike heinrich heinz helen helena helga hendrik henri henry herbert hermann holger hugo ian ibrahim ines inge ingrid irene isabel isabelle ivan jack jacob jacques jakob jakub
   james jan jane janet janina jason javier jean jeff jeffrey jennifer jens jerome jessica jim joan joanna joao job joe joel johan johann johanna johannes john jonas jonathan jorg jorge jose josef joseph joshua juan judith julia julian julie
   julien jurgen justin karen karin karl karsten kate katharina katherine kathrin katarzyna katrin keith kevin kim klaus konrad krzysztof kurt kumar lars laura lauren laurent lea lee leo leon leonard lena lieke linda lisa lorenzo louis louise luca
   lucas lucia lucy luigi luis lukas lynn magdalena malgorzata manfred manoj manuel manuela marc marcel marcin marco marcus margaret maria mariana marie marina mario marion mark markus marta martha martin martina mary mateusz mathieu matteo
   matthew matthias maurice max maximilian mehmet melanie melissa michael michal michel michele miguel mike mohamed mohammad mohammed monica monika muhammad nadia nancy natalia natalie nathalie neil nicholas nick nicola nicolas nicole nils nina noah
   norbert nora olga oliver olivia olivier oscar otto pablo pamela paola paolo pascal patricia patrick paul paula paulo pedro peter petra philip philipp philippe pierre pieter piotr priya rachel rafael rahul raj rajesh ralf ralph ramesh raymond
   rebecca regina reiner remi renate rene ricardo riccardo richard rita robert roberto robin rodrigo roger roland rolf roman ronald rosa rosemary rudolf russell ruth ryan sabine sabrina salvatore sam samantha samuel sandra sandrine sanjay sara
   sarah sascha scott sean sebastian sergio sharon siegfried silke silvia simon simone siti sofia sonia sophie stefan stefania stefano steffen stephan stephane stephanie stephen steve steven stuart sunil susan susanne suresh sven sylvia sylvie
   tanja tania tatiana teresa theo theresa thierry thomas tim timothy tobias todd tom tomas tomasz tony torsten ulrich ulrike ursula ute uwe valerie vanessa vera veronica veronique victor victoria vijay vincent vincenzo virginia vittorio walter
   wei werner wilhelm william willem wim wolfgang wojciech xavier yan yann yasmin yves yvonne zoe`.split(/\s+/),
);
