// Polish résumés.
import { listOf, type ResumeWords, tradeOf } from './resume-words.ts';

export const PL: ResumeWords = {
  months: listOf('styczeń|luty|marzec|kwiecień|maj|czerwiec|lipiec|sierpień|wrzesień|październik|listopad|grudzień'),
  shortMonths: listOf('sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru'),
  present: listOf('obecnie|nadal|teraz'),
  sections: {
    summary: listOf('Podsumowanie zawodowe|O mnie|Profil zawodowy'),
    work: listOf('Doświadczenie zawodowe|Doświadczenie|Przebieg kariery'),
    education: listOf('Wykształcenie|Edukacja'),
    skills: listOf('Umiejętności|Kompetencje|Umiejętności zawodowe'),
    languages: listOf('Języki obce|Języki|Znajomość języków'),
    certificates: listOf('Certyfikaty|Kursy i szkolenia'),
    projects: listOf('Projekty'),
    publications: listOf('Publikacje'),
    awards: listOf('Nagrody|Nagrody i wyróżnienia'),
    volunteer: listOf('Wolontariat'),
    interests: listOf('Zainteresowania|Hobby'),
    references: listOf('Referencje'),
    contact: listOf('Kontakt|Dane kontaktowe'),
    profiles: listOf('Linki'),
  },
  labels: {
    phone: 'Telefon',
    email: 'E-mail',
    address: 'Adres',
    web: 'Strona',
    name: 'Imię i nazwisko',
    curriculum: 'Curriculum vitae',
    page: 'Strona {n} z {of}',
    to: 'do',
    since: 'od',
    in: '–',
    dates: 'Okres',
    position: 'Stanowisko',
    employer: 'Pracodawca',
    place: 'Miejsce',
    activities: 'Zadania',
    qualification: 'Stopień',
    institution: 'Uczelnia',
    area: 'Kierunek',
    born: 'Data urodzenia',
    nationality: 'Obywatelstwo',
  },
  spoken: {
    en: 'Angielski',
    de: 'Niemiecki',
    fr: 'Francuski',
    es: 'Hiszpański',
    it: 'Włoski',
    pt: 'Portugalski',
    nl: 'Niderlandzki',
    pl: 'Polski',
    ru: 'Rosyjski',
    ar: 'Arabski',
    tr: 'Turecki',
    zh: 'Chiński',
  },
  fluency: {
    native: listOf('ojczysty|język ojczysty'),
    C1: listOf('C1|biegły|zaawansowany'),
    B2: listOf('B2|dobry'),
    B1: listOf('B1|komunikatywny'),
    A2: listOf('A2|podstawowy'),
  },
  degrees: {
    school: listOf('Matura'),
    vocational: listOf('Technik'),
    bachelor: listOf('Licencjat|Inżynier'),
    master: listOf('Magister|Studia magisterskie'),
    doctorate: listOf('Doktorat'),
  },
  schools: {
    school: listOf('II Liceum Ogólnokształcące|Liceum im. Kopernika'),
    vocational: listOf('Technikum nr 3|Zespół Szkół Technicznych'),
    bachelor: listOf('Uniwersytet {root}|Politechnika {root}'),
    master: listOf('Uniwersytet {root}|Politechnika {root}|Akademia {root}'),
    doctorate: listOf('Uniwersytet {root}'),
  },
  employers: {
    firm: listOf('{root} Sp. z o.o.|{root} S.A.|Grupa {root}'),
    hospital: listOf('Szpital Miejski {city}|Klinika {root}'),
    school: listOf('Szkoła Podstawowa nr 12|Liceum {root}'),
    kitchen: listOf('Restauracja {root}|Hotel {root} {city}'),
    university: listOf('Uniwersytet {root}|Instytut {root}'),
  },
  about: listOf(
    'Firma rodzinna zatrudniająca {n} osób|Usługi dla sektora publicznego|Lider w swoim regionie|Spółka międzynarodowej grupy',
  ),
  summaries: listOf(
    `{title} – {years} lat doświadczenia: {skill}, {other}.|Ponad {years} lat praktyki, głównie {skill}.|
    Osoba odpowiedzialna, {years} lat w zawodzie, mocne strony: {skill}, {other}.`,
  ),
  closings: listOf(
    `Dobrze pracuje w zespole i zachowuje spokój pod presją.|Szuka stanowiska z większą odpowiedzialnością.|
    Ceniona za dokładność i dotrzymywanie terminów.|Chętnie szkoli nowych współpracowników.`,
  ),
  achievements: listOf(
    `Obniżenie kosztów o {p} % w ciągu roku|Przeszkolenie {n} nowych osób|
    Wprowadzenie procedury, która oszczędza {n} godzin tygodniowo|Wzrost zadowolenia klientów o {p} %|
    Zastępowanie kierownika działu|Odpowiedzialność za budżet {n} milionów złotych`,
  ),
  grade: 'Średnia: 4,{n}',
  courses: listOf('Zarządzanie projektami|Prawo gospodarcze|Statystyka|Pisanie naukowe|Bezpieczeństwo pracy|Etyka'),
  skillGroups: ['Metody', 'Narzędzia', 'Inne'],
  certificates: listOf('Kurs pierwszej pomocy|Prawo jazdy kat. B|Szkolenie BHP|Kurs pedagogiczny'),
  awards: [
    ['Nagroda za innowacje', 'Izba Gospodarcza'],
    ['Pracownik roku', 'Związek Pracodawców'],
    ['Stypendium za wyniki w nauce', 'Fundacja Hollins'],
  ],
  volunteer: [
    ['Czerwony Krzyż', 'Ratownik', 'Pomoc podczas {n} imprez w roku'],
    ['Bank Żywności', 'Kierowca', 'Zbiórka i wydawanie żywności w soboty'],
    ['Klub Młodzieżowy', 'Trener', 'Treningi drużyny {n} dzieci'],
  ],
  interests: listOf('Turystyka górska|Fotografia|Szachy|Gotowanie|Kolarstwo|Śpiew chóralny|Ogrodnictwo|Bieganie'),
  references: listOf('Dostępne na życzenie|Osoba godna zaufania, zatrudniłbym ją ponownie.'),
  trades: {
    software: tradeOf(
      'Młodszy programista|Programista|Starszy programista|Kierownik zespołu programistów',
      'Informatyka',
      `Tworzenie i utrzymanie aplikacji internetowych dla {n} klientów|Przejście z monolitu na usługi, odpowiedzi szybsze o {p} %|
      Przegląd kodu i opieka nad {n} młodszymi programistami|Testy automatyczne i ciągłe wdrażanie|
      Projekt interfejsów między fakturowaniem a magazynem`,
      'Architektura oprogramowania|Testy jednostkowe|Przegląd kodu|Metody zwinne|Tworzenie stron internetowych|Projektowanie baz danych',
    ),
    data: tradeOf(
      'Analityk danych|Starszy analityk danych|Główny analityk|Kierownik działu analiz',
      'Statystyka',
      `Raporty, z których codziennie korzysta {n} kierowników|Prognoza popytu z błędem mniejszym o {p} %|
      Czyszczenie i łączenie danych z {n} źródeł|Przedstawianie wyników osobom spoza branży|Analiza testów cenowych`,
      'Analiza danych|Uczenie maszynowe|Wizualizacja danych|Statystyka|Prognozowanie|Jakość danych',
    ),
    mechanical: tradeOf(
      'Projektant|Inżynier mechanik|Inżynier rozwoju|Kierownik działu konstrukcyjnego',
      'Mechanika i budowa maszyn',
      `Projekty korpusów pomp i {n} kompletów rysunków|Obliczenia obciążeń i symulacja zużycia|
      Prowadzenie prób z {n} technikami|Oszczędność {p} % materiału dzięki nowemu odlewowi|
      Uzgadnianie tolerancji z dostawcami`,
      'Konstruowanie|Rysunek techniczny|Metoda elementów skończonych|Materiałoznawstwo|Rozwój produktu|Zarządzanie jakością',
    ),
    electrician: tradeOf(
      'Praktykant elektryk|Technik elektryk|Starszy technik elektryk|Kierownik robót elektrycznych',
      'Elektrotechnika',
      `Okablowanie {n} mieszkań i biur od rozdzielnicy do gniazda|Wyszukiwanie i usuwanie usterek maszyn|
      Pomiary instalacji i protokoły|Planowanie pracy {n} monterów na budowach|Przyłączanie paneli fotowoltaicznych do sieci`,
      'Instalacje elektryczne|Usuwanie usterek|Konserwacja|Rozdzielnice|Fotowoltaika|Bezpieczeństwo pracy',
    ),
    nurse: tradeOf(
      'Asystentka pielęgniarska|Pielęgniarka|Pielęgniarka specjalistka|Koordynatorka pielęgniarek',
      'Pielęgniarstwo',
      `Opieka nad {n} pacjentami na zmianie na chirurgii|Podawanie leków i dokumentacja przebiegu|
      Opatrywanie ran i kontrola parametrów|Nadzór nad {n} studentami|Rozmowy z rodzinami przed wypisem`,
      'Opieka nad pacjentem|Leczenie ran|Podawanie leków|Kontrola parametrów życiowych|Plan opieki|Higiena szpitalna',
    ),
    accountant: tradeOf(
      'Asystentka księgowej|Księgowa|Starsza księgowa|Kierowniczka księgowości',
      'Rachunkowość i finanse',
      `Zamknięcia miesięczne i roczne {n} spółek|Księgowanie faktur i kontrola płatności|
      Terminowe deklaracje podatkowe|Skrócenie zamknięcia miesiąca o {n} dni|Uzgadnianie kont z {n} spółkami`,
      'Księgowość|Rozrachunki z dostawcami|Deklaracje podatkowe|Sprawozdania finansowe|Budżetowanie|Audyt',
    ),
    sales: tradeOf(
      'Sprzedawca|Przedstawiciel handlowy|Specjalista do spraw kluczowych klientów|Dyrektor sprzedaży',
      'Zarządzanie',
      `Obsługa {n} kluczowych klientów na północy kraju|Wzrost sprzedaży o {p} % w dwa lata|
      Negocjowanie umów ramowych z sieciami|Prezentacja oferty na {n} targach|Odzyskiwanie dawnych klientów`,
      'Sprzedaż|Negocjacje|Obsługa kluczowych klientów|Relacje z klientami|Pozyskiwanie klientów|Analiza rynku',
    ),
    marketing: tradeOf(
      'Asystentka marketingu|Specjalistka do spraw marketingu|Menedżer marketingu|Dyrektor marketingu',
      'Komunikacja społeczna',
      `Kampanie {n} linii produktów|Teksty biuletynu i strony internetowej|
      Wzrost liczby odwiedzin o {p} %|Nadzór nad {n} agencjami|Organizacja konferencji i dni otwartych`,
      'Marketing treści|Pozycjonowanie stron|Media społecznościowe|Pisanie tekstów|Zarządzanie marką|Organizacja wydarzeń',
    ),
    teacher: tradeOf(
      'Nauczyciel stażysta|Nauczyciel matematyki|Nauczyciel dyplomowany|Kierownik zespołu nauczycieli',
      'Pedagogika',
      `Lekcje matematyki i fizyki w klasach po {n} uczniów|Przygotowanie do matury|
      Rozmowy z rodzicami i pedagogiem|Prowadzenie chóru z {n} głosami|Opracowanie programu klas młodszych`,
      'Nauczanie|Opracowanie programów|Prowadzenie klasy|Planowanie lekcji|Pedagogika specjalna|Ocenianie uczniów',
    ),
    chef: tradeOf(
      'Pracownik kuchni|Kucharz|Zastępca szefa kuchni|Szef kuchni',
      'Gastronomia',
      `Gotowanie dla {n} gości wieczorem|Sosy i danie dnia|
      Zamówienia i {p} % mniej odpadów|Szkolenie {n} uczniów|Menu na wesela i bankiety`,
      'Gotowanie|Układanie menu|Bezpieczeństwo żywności|Prowadzenie kuchni|Cukiernictwo|Zarządzanie zapasami',
    ),
    logistics: tradeOf(
      'Pracownik magazynu|Operator wózka widłowego|Lider zmiany|Kierownik logistyki',
      'Logistyka',
      `Kompletacja {n} zamówień na zmianie|Obsługa wózków widłowych|
      Planowanie tras {n} ciężarówek|Mniej błędnych dostaw o {p} %|Inwentaryzacja i wyjaśnianie różnic`,
      'Gospodarka magazynowa|Obsługa wózków widłowych|Planowanie tras|Zarządzanie zapasami|Kompletacja|Łańcuch dostaw',
    ),
    research: tradeOf(
      'Asystent naukowy|Badacz i asystent|Starszy wykładowca|Wykładowca i kierownik zakładu',
      'Biologia',
      `Badania naprawy komórek, {n} publikacji|Granty na {n} etatów|
      Opieka nad {n} doktorantami|Wykłady dla pierwszego roku|Prowadzenie pracowni mikroskopowej`,
      'Biologia molekularna|Hodowle komórkowe|Mikroskopia|Pisanie naukowe|Dydaktyka akademicka|Pozyskiwanie grantów',
    ),
  },
};
