// Names of many peoples, in their own scripts; where that is not Latin, with how it is written in addresses.
import type { Random } from '../random.ts';
import type { ResumeLanguage, Spoken } from './words/resume-words.ts';

export interface PersonName {
  name: string;
  /** In Latin letters. */
  latin: string;
  /** What they speak at home. */
  mother: Spoken | undefined;
}

interface People {
  first: readonly string[];
  last: readonly string[];
  mother?: Spoken;
}

const of = (first: string, last: string, mother?: Spoken): People => ({
  first: first.split(' '),
  last: last.split(','),
  ...(mother === undefined ? {} : { mother }),
});

const HOME: Readonly<Record<ResumeLanguage, People>> = {
  en: of(
    'Olivia Marcus Harriet Dean Priscilla Callum Rosalind Trevor Imogen Wesley Shanice Patrick',
    "Ashworth,Pemberton,O'Callaghan,Whitfield,MacLeod,Okonjo-Hale,Thistlewood,Brannigan,Castellanos,Holloway",
    'en',
  ),
  de: of(
    'Anneliese Jürgen Björn Miriam Käthe Lothar Sönke Jörg Ines Wiebke Till Franziska',
    'Brinkschulte,Weißgerber,Kröger,von der Heide,Pfützner,Müller-Lüdenscheidt,Öztürk,Hürlimann,Schäuffele',
    'de',
  ),
  fr: of(
    'Aurélie Benoît Clémence Françoise Gaël Hélène Jean-Baptiste Maëlle Thibault Zoé',
    "Lefèvre,Bérard,de La Tour,N'Diaye,Garçonnet,Châtelain,Le Goff,Peyrissac,d'Aubigny",
    'fr',
  ),
  es: of(
    'Iñigo Concepción Jesús Begoña Álvaro Rocío Martín Nuria Ángel Soledad',
    'Núñez Ibáñez,García de la Peña,Echeverría Ruiz,Muñoz,Peñalver Soto,Zubizarreta,Bolaños Cruz',
    'es',
  ),
  it: of(
    'Niccolò Chiara Giosuè Beatrice Ludovica Tommaso Eleonora Salvatore Noemi Dario',
    "D'Angelo,De Santis,Mastroianni,Dell'Orto,Bevilacqua,Cannavò,Lo Presti,Zanardelli",
    'it',
  ),
  pt: of(
    'João Inês Conceição Vítor Mafalda Simão Luísa Tomás Beatriz Nélson',
    'Gonçalves,Magalhães da Silva,Araújo,Simões Leitão,Brandão,Assunção,dos Reis Patrício',
    'pt',
  ),
  nl: of(
    'Maarten Anouk Joris Marijke Bram Fenna Sjoerd Liesbeth Daan Renée',
    "van der Meulen,de Groot,'t Hooft,van den Berg,Dijkstra,ter Horst,Hoekstra,van Oostrum",
    'nl',
  ),
  pl: of(
    'Łukasz Małgorzata Grażyna Paweł Bożena Zbigniew Agnieszka Wojciech Żaneta Michał',
    'Wróblewski,Szczepańska,Błaszczyk,Kołodziej,Grzegorzewska,Żuławski,Dąbrowska-Nowak',
    'pl',
  ),
};

/** Who came from elsewhere; `|` parts the script's own form from the Latin one. */
const ABROAD: readonly People[] = [
  of('Ελένη|Eleni Γιώργος|Giorgos Θεοδώρα|Theodora', 'Παπαδοπούλου|Papadopoulou,Καραγιάννης|Karagiannis'),
  of('Ольга|Olga Дмитрий|Dmitri Светлана|Svetlana', 'Кузнецова|Kuznetsova,Орлов|Orlov,Щербакова|Shcherbakova', 'ru'),
  of('Олександр|Oleksandr Ірина|Iryna', 'Шевченко|Shevchenko,Коваленко|Kovalenko'),
  of('Nguyễn Trần Phạm', 'Thị Hương,Quốc Bảo,Minh Đức'),
  of('Ayşe Çağlar Gülşen Mehmet', 'Yıldırım,Şahin,Kılıçoğlu,Özdemir', 'tr'),
  of('Søren Åse Bjørk Mikkel', 'Kjærgaard,Ødegård,Ångström,Þórsdóttir'),
  of('Zsófia Gábor Ilona', 'Szűcs,Kovács,Nagy-Győri'),
  of('Jiří Štěpánka Ľubomír', 'Dvořák,Hřebíčková,Žďárský'),
  of('Chukwuemeka Ngozi Adebayo', 'Okafor,Eze,Adeyemi'),
  of('Priya Arjun Lakshmi', 'Venkataraman,Iyer,Chatterjee,Singh Dhillon'),
  of('Yusuf Fatima Khadija Omar', 'al-Hashimi,El Amrani,Haddad,Ben Youssef', 'ar'),
  of('Xiaoling Wei Jingyi', 'Zhang,Huang,Ouyang', 'zh'),
  of('Ștefan Ioana Mădălina', 'Țurcanu,Bălășescu,Popescu'),
];

/** A person of the language's own country, or one who came from elsewhere. */
export function drawPerson(random: Random, language: ResumeLanguage): PersonName {
  const people = random.chance(0.65) ? HOME[language] : random.pick(ABROAD);
  const parts = [random.pick(people.first), random.pick(people.last)];
  // A script is kept through the whole name.
  const name = parts.map((part) => part.split('|')[0]!).join(' ');
  const latin = parts.map((part) => part.split('|').at(-1)!).join(' ');
  return { name, latin, mother: people.mother };
}
