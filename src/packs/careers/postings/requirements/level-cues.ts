// Words that say how much something is asked for.

import type { RequirementLevel } from './requirement.ts';

const NICE =
  /(?<!\p{L})(?:nice[- ]to[- ]have|good to have|great to have|is an? (?:big |huge |strong |definite |real )?(?:plus|bonus|advantage|asset)|are an? (?:big |huge |strong |definite )?(?:plus|bonus|advantage|asset)|(?:be|as) an? (?:big |huge |strong |definite |real )?(?:plus|bonus|advantage|asset)|(?:a|big|huge|strong|real) (?:plus|bonus)(?!\p{L})|an advantage|an asset|plus points?|bonus points?|bonus(?= if| for|:)|bonus$|(?:highly |strongly )?preferred|preferably|preferable|(?:highly |strongly )?desirable|desired|ideally|beneficial|advantageous|(?:would|will) be (?:helpful|useful|nice|great|welcome|appreciated)|not (?:strictly )?(?:required|mandatory|necessary|essential)|not a must|no must|optional(?:ly)?|welcome(?: but)?|helpful|a plus|von vorteil|vorteilhaft|wünschenswert|wunschenswert|gewünscht|idealerweise|optimalerweise|bestenfalls|im idealfall|im besten fall|gerne(?= auch| mit| gesehen| erste)|gern gesehen|gerne gesehen|kein muss|keine voraussetzung|nicht zwingend|nicht erforderlich|nicht voraussetzung|(?:ein|einen|als) (?:großes |klares |echtes )?plus(?!\p{L})|pluspunkte?|bonus(?:punkte?)? |runde[nt] (?:dein|ihr) profil ab|(?:serait|est|constitue|sera) un(?: vrai| réel)? (?:plus|atout)|un (?:plus|atout)(?!\p{L})|souhaité[es]*|souhaitable[s]?|apprécié[es]*|idéalement|de préférence|se valorará[n]?|valorable[s]?|deseable[s]?|se valora|preferiblemente|preferible|(?:is|zijn) een pré|een (?:pré|pre|plus)(?!\p{L})|bij voorkeur|preferibilmente|gradit[oaie]|titolo preferenziale|costituisce|desejável|diferencial|preferencialmente|mile widzian[aey]|dodatkowym atutem|będzie atutem|optymalnie)/iu;

const MUST =
  /(?<!\p{L})(?:must(?![- ](?:see|read))|mandatory|(?<!not )(?<!not strictly )(?:is |are )?required|(?<!not )essential|necessary|at least|minimum(?: of)?|min\.|you (?:need|will need|have|bring|possess)|we (?:require|expect)|need to|prerequisite|indispensable|proven|(?<!nicht )zwingend|(?<!nicht )erforderlich|notwendig|unbedingt|unerlässlich|unabdingbar|vorausgesetzt|(?<!keine )voraussetzung|setzen wir voraus|mindestens|wenigstens|sie (?:haben|verfügen|bringen|besitzen)|du (?:hast|verfügst|bringst|besitzt)|abgeschlossene[sn]?|exigé[es]*|requis[es]*|indispensable[s]?|impératif|obligatoire[s]?|au moins|vous (?:avez|disposez|possédez|justifiez)|imprescindible[s]?|obligatori[oa]|se requiere|al menos|mínimo|verplicht|vereist|minimaal|je hebt|je beschikt|obbligatori[oa]|richiest[oaie]|obrigatóri[oa]|wymagan[aey]|niezbędn[aey]|min\.)/iu;

/** undefined = it does not say. */
export function levelIn(text: string): RequirementLevel | undefined {
  if (NICE.test(text)) return 'nice';
  return MUST.test(text) ? 'must' : undefined;
}

export const saysNice = (text: string): boolean => NICE.test(text);
export const saysMust = (text: string): boolean => MUST.test(text);

/** So clearly that a title above it does not count: "You must hold a clearance" under "Desirable". */
export const saysOutright = (text: string): boolean =>
  /(?<!\p{L})(?:must|mandatory|(?<!not )(?:is|are) required|zwingend erforderlich|unbedingt erforderlich|zwingend|obligatoire|imprescindible)(?!\p{L})/iu.test(
    text,
  );
