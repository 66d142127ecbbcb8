// German words that claim nothing by themselves; see english-free.ts.

export const germanFree = `
der die das den dem des ein eine einen einem einer eines dies diese dieser dieses diesem diesen jene jener jenes
ich mich mir mein meine meinem meinen meiner meines er ihn ihm sein seine seinem seinen seiner seines sie ihr ihre ihrem ihren ihrer ihres
es wir uns unser unsere unserem unseren unserer man sich selbst wer wen wem wessen was welche welcher welches
bin bist ist sind seid war warst waren wart gewesen werde wirst wird werden wurde wurden geworden worden
habe hast hat haben habt hatte hatten gehabt tue tut tun tat getan
in im ins an am ans auf aus bei beim mit nach seit von vom zu zum zur vor für durch um über unter zwischen gegen ab bis
während wegen trotz innerhalb außerhalb je pro per als wie laut
und oder aber sowie denn sondern doch wenn ob dass daß damit dabei dazu davon dafür darin darauf darüber sodann dann
auch noch schon nun jetzt dort hier da so sehr eben bereits zudem außerdem ferner sowohl beide beiden
arbeite arbeitet arbeitete arbeiteten arbeiten gearbeitet tätig tätigkeit tätigkeiten nutze nutzt nutzte nutzen genutzt verwendet verwendete
rolle stelle stellen position aufgabe aufgaben bereich bereiche teil teile art sache fall zeit zeitraum
heißt hieß genannt namens name namen
enthält enthielt beträgt betrug belaufen beläuft belief lautet lautete umfasst umfasste besteht bestand
stellt stellte gestellt geht ging gibt gab macht machte gemacht kommt kam nimmt nahm
folgende folgenden folgender bzw beziehungsweise etc usw inklusive
herr frau bitte erfolgt erfolgte erfolgten erfolgen stattgefunden stattfinden dauert dauerte dauern`;
