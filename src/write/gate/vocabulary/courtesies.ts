// Words of greetings, thanks and farewells. A sentence made of them alone claims nothing; beside a claim they need support as any.

export const courtesies: ReadonlySet<string> = new Set(
  `thank thanks thanking your you time consideration considering look looking forward hear hearing from dear sir madam hiring team manager
writing write apply applying application advertised vacancy opening sincerely faithfully yours truly kind kindest best warm regards please find attached enclosed
happy glad pleased delighted discuss discussing talk speak further interview meeting meet opportunity interested interest excited welcome chance
learn more contact question questions hesitate invitation reply answer soon letter resume cv candidacy join joining grateful appreciate
sehr geehrte geehrter damen herren vielen dank bewerbung bewerbe bewerben freue freuen einladung gespräch vorstellungsgespräch persönlichen
mit freundlichen grüßen gruß stelle hiermit antwort rückmeldung gerne gern anlage anbei lebenslauf unterlagen zeit interesse`
    .split(/\s+/)
    .map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')),
);
