<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL">
<context>
    <name>KoppelkansAlgorithm</name>
    <message>
        <source>Maintenance as a chance</source>
        <translation>Onderhoud als kans</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Invoer</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultaten</translation>
    </message>
    <message>
        <source>CRS of the computation</source>
        <translation>CRS van de berekening</translation>
    </message>
    <message>
        <source>A projected CRS in metres, such as EPSG:28992 for the Netherlands or EPSG:31370 for Flanders. If left out: the project&apos;s, and without a project the first input&apos;s. Layers in another CRS are reprojected.</source>
        <translation>Een geprojecteerd CRS in meters, zoals EPSG:28992 voor Nederland of EPSG:31370 voor Vlaanderen. Indien leeg: dat van het project, en zonder project dat van de eerste invoer. Lagen in een ander CRS worden opnieuw geprojecteerd.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>A table of everything that was repaired, left out or filled in by default: layer, feature, kind, message and filled_by.</source>
        <translation>Een tabel van alles wat is hersteld, weggelaten of met een standaardwaarde is ingevuld: layer (laag), feature (object), kind (soort), message (melding) en filled_by (ingevulde waarde).</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written</source>
        <translation>Geannuleerd; er is niets geschreven</translation>
    </message>
    <message>
        <source>There is not enough memory; nothing was written. Choose a smaller extent or larger cells</source>
        <translation>Er is niet genoeg geheugen; er is niets geschreven. Kies een kleiner bereik of grotere cellen</translation>
    </message>
    <message>
        <source>layer %1 cannot be read</source>
        <translation>laag %1 kan niet worden gelezen</translation>
    </message>
</context>
<context>
    <name>KoppelkansAssetsReader</name>
    <message>
        <source>layer %1: choose a year of construction or a year of last maintenance; without years nothing can be planned</source>
        <translation>laag %1: kies een jaar van aanleg of een jaar van laatste onderhoud; zonder jaren valt er niets te plannen</translation>
    </message>
</context>
<context>
    <name>KoppelkansBundleMaintenanceAlgorithm</name>
    <message>
        <source>maintenance,works,bundling,projects,coordination,planning,saving,street works,moratorium,dig once</source>
        <translation>onderhoud,onderhoudswerken,bundelen,projecten,afstemming,planning,besparing,wegwerkzaamheden,graafrust,sperperiode,werk met werk maken</translation>
    </message>
    <message>
        <source>Bundles works that lie near each other into projects, each carried out in one year, so that the whole costs least: a project is set up and its surface paved once, and moving a work before or after its planned year has a price. A bundle needs a year that lies in the windows of all its works. The result is compared with every work on its own in its planned year; each work that stays alone says why.</source>
        <translation>Bundelt onderhoudswerken die dicht bij elkaar liggen tot projecten, elk in één jaar uitgevoerd, zodat het geheel het minst kost: een project wordt één keer voorbereid en de verharding één keer hersteld, en een werk naar voren halen of uitstellen heeft een prijs. Een bundel heeft een jaar nodig dat in het tijdvenster van al zijn werken valt. Het resultaat wordt vergeleken met elk werk apart in zijn geplande jaar; bij elk werk dat alleen blijft staat waarom.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Bundels</translation>
    </message>
    <message>
        <source>Cost apart</source>
        <translation>Kosten apart</translation>
    </message>
    <message>
        <source>Euro, with every work on its own in its planned year.</source>
        <translation>Euro, met elk werk apart in zijn geplande jaar.</translation>
    </message>
    <message>
        <source>Cost bundled</source>
        <translation>Kosten gebundeld</translation>
    </message>
    <message>
        <source>Euro, as planned.</source>
        <translation>Euro, volgens het plan.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Besparing</translation>
    </message>
    <message>
        <source>Euro, the difference of the two.</source>
        <translation>Euro, het verschil tussen beide.</translation>
    </message>
    <message>
        <source>Most that can be saved</source>
        <translation>Hoogst haalbare besparing</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Onderhoudswerken</translation>
    </message>
    <message>
        <source>Planned maintenance and replacement: points, lines and polygons.</source>
        <translation>Gepland onderhoud en vervanging: punten, lijnen en polygonen.</translation>
    </message>
    <message>
        <source>Planned year</source>
        <translation>Gepland jaar</translation>
    </message>
    <message>
        <source>A year or a range of years: 2027, 2026-2030, a date, Q3 2027. Moving a work out of it has a price.</source>
        <translation>Een jaar of een reeks van jaren: 2027, 2026-2030, een datum, Q3 2027. Een werk daarbuiten plannen heeft een prijs.</translation>
    </message>
    <message>
        <source>Earliest year</source>
        <translation>Vroegste jaar</translation>
    </message>
    <message>
        <source>The first year in which the work may be done. If empty: the planned year less the years earlier.</source>
        <translation>Het eerste jaar waarin het werk mag gebeuren. Indien leeg: het geplande jaar min de jaren eerder.</translation>
    </message>
    <message>
        <source>Latest year</source>
        <translation>Laatste jaar</translation>
    </message>
    <message>
        <source>The last year in which the work may be done. If empty: the planned year plus the years later.</source>
        <translation>Het laatste jaar waarin het werk mag gebeuren. Indien leeg: het geplande jaar plus de jaren later.</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Ligt vast</translation>
    </message>
    <message>
        <source>A field that says yes (1, true, ja) for works that cannot move.</source>
        <translation>Een veld met ja (ook 1, true of waar) bij werken die niet kunnen schuiven.</translation>
    </message>
    <message>
        <source>Cost (euro)</source>
        <translation>Kosten (euro)</translation>
    </message>
    <message>
        <source>The work&apos;s own cost. Where it is not known, neither it nor its shift is counted, and that is reported.</source>
        <translation>De eigen kosten van het werk. Waar ze niet bekend zijn, tellen ze niet mee en het verschuiven evenmin; dat wordt gemeld.</translation>
    </message>
    <message>
        <source>Asset class</source>
        <translation>Soort kapitaalgoed</translation>
    </message>
    <message>
        <source>What is worked on: sewer, road, green.</source>
        <translation>Waaraan wordt gewerkt: riolering, weg, groen.</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Potje</translation>
    </message>
    <message>
        <source>Which budget the work is paid from.</source>
        <translation>Uit welk budget het werk wordt betaald.</translation>
    </message>
    <message>
        <source>Classes that do not open the surface</source>
        <translation>Soorten waarvoor de grond dicht blijft</translation>
    </message>
    <message>
        <source>Asset classes, separated by commas, whose works need no paving afterwards.</source>
        <translation>Soorten kapitaalgoed, gescheiden door komma&apos;s, waarbij na het werk geen verharding hersteld hoeft te worden.</translation>
    </message>
    <message>
        <source>Width of lines (metres)</source>
        <translation>Breedte van lijnen (meters)</translation>
    </message>
    <message>
        <source>How wide a strip a line opens.</source>
        <translation>Hoe breed de strook is die bij een lijn opengaat.</translation>
    </message>
    <message>
        <source>Radius of points (metres)</source>
        <translation>Straal van punten (meters)</translation>
    </message>
    <message>
        <source>How much a point opens around it.</source>
        <translation>Hoe ver de grond rond een punt opengaat.</translation>
    </message>
    <message>
        <source>Years earlier</source>
        <translation>Jaren eerder</translation>
    </message>
    <message>
        <source>How far works without an earliest year may be brought forward.</source>
        <translation>Hoeveel jaar werken zonder vroegste jaar naar voren gehaald mogen worden.</translation>
    </message>
    <message>
        <source>Years later</source>
        <translation>Jaren later</translation>
    </message>
    <message>
        <source>How far works without a latest year may be put off.</source>
        <translation>Hoeveel jaar werken zonder laatste jaar uitgesteld mogen worden.</translation>
    </message>
    <message>
        <source>Distance between works (metres)</source>
        <translation>Afstand tussen werken (meters)</translation>
    </message>
    <message>
        <source>Works of a bundle are linked by steps of at most this distance.</source>
        <translation>Werken in een bundel zijn verbonden met stappen van hoogstens deze afstand.</translation>
    </message>
    <message>
        <source>Largest extent of a bundle (metres)</source>
        <translation>Grootste omvang van een bundel (meters)</translation>
    </message>
    <message>
        <source>The diagonal of the box around a bundle.</source>
        <translation>De diagonaal van de rechthoek om een bundel.</translation>
    </message>
    <message>
        <source>Cost of setting up a project (euro)</source>
        <translation>Kosten van projectvoorbereiding (euro)</translation>
    </message>
    <message>
        <source>Tendering, preparation, traffic measures, participation: paid once a bundle.</source>
        <translation>Aanbesteding, voorbereiding, verkeersmaatregelen, participatie: één keer per bundel betaald.</translation>
    </message>
    <message>
        <source>Cost of paving (euro/m²)</source>
        <translation>Kosten van verharding (euro/m²)</translation>
    </message>
    <message>
        <source>Paid once for each square metre that is opened, also where works overlap.</source>
        <translation>Eén keer betaald voor elke vierkante meter die opengaat, ook waar werken elkaar overlappen.</translation>
    </message>
    <message>
        <source>Price of a year earlier</source>
        <translation>Prijs van een jaar eerder</translation>
    </message>
    <message>
        <source>Share of a work&apos;s cost for each year before its planned year.</source>
        <translation>Deel van de kosten van een werk voor elk jaar vóór het geplande jaar.</translation>
    </message>
    <message>
        <source>Price of a year later</source>
        <translation>Prijs van een jaar later</translation>
    </message>
    <message>
        <source>Share of a work&apos;s cost for each year after its planned year.</source>
        <translation>Deel van de kosten van een werk voor elk jaar na het geplande jaar.</translation>
    </message>
    <message>
        <source>Time limit (seconds)</source>
        <translation>Tijdslimiet (seconden)</translation>
    </message>
    <message>
        <source>How long to look for a better plan; the best found so far counts.</source>
        <translation>Hoelang naar een beter plan wordt gezocht; het beste tot dan toe telt.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startgetal</translation>
    </message>
    <message>
        <source>Where chance decides between plans: the same seed gives the same plan.</source>
        <translation>Waar het toeval tussen plannen beslist: hetzelfde startgetal geeft hetzelfde plan.</translation>
    </message>
    <message>
        <source>Dig moratoria</source>
        <translation>Graafrust</translation>
    </message>
    <message>
        <source>Areas whose surface stays closed for some years, for instance after a renewal.</source>
        <translation>Gebieden waar de grond enkele jaren dicht blijft (sperperiode), bijvoorbeeld na een vernieuwing.</translation>
    </message>
    <message>
        <source>First closed year</source>
        <translation>Eerste jaar dicht</translation>
    </message>
    <message>
        <source>A field of the moratoria; where it has no year the area is closed from the start.</source>
        <translation>Een veld van de graafrust; waar het geen jaar heeft is het gebied vanaf het begin dicht.</translation>
    </message>
    <message>
        <source>Last closed year</source>
        <translation>Laatste jaar dicht</translation>
    </message>
    <message>
        <source>A field of the moratoria; where it has no year the area stays closed.</source>
        <translation>Een veld van de graafrust; waar het geen jaar heeft blijft het gebied dicht.</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimenten</translation>
    </message>
    <message>
        <source>Areas outside the normal windows: works that they touch stay out of the plan and are listed.</source>
        <translation>Gebieden buiten de gewone tijdvensters: werken die ze raken blijven buiten het plan en worden gemeld.</translation>
    </message>
    <message>
        <source>Choose a planned year, or both an earliest and a latest year: without years nothing can be planned</source>
        <translation>Kies een gepland jaar, of een vroegste én een laatste jaar: zonder jaren valt er niets te plannen</translation>
    </message>
    <message>
        <source>Bundle maintenance works</source>
        <translation>Onderhoudswerken bundelen</translation>
    </message>
    <message>
        <source>Layer %1 mixes points, lines and polygons. So does the plan, which QGIS shows a kind at a time: add its file to the map to choose others</source>
        <translation>Laag %1 bevat punten, lijnen en vlakken door elkaar. Het plan dus ook, en QGIS toont daarvan één soort tegelijk: voeg het bestand aan de kaart toe om andere te kiezen</translation>
    </message>
    <message>
        <source>All works with bundle_id (empty for a work on its own), year, shift (years after the planned range, before it negative), shift_cost and reason: in_bundle, no_neighbour, classes_apart, no_common_year, too_extended, too_few_works, does_not_pay, no_open_year, or why the work is not in the plan. chosen_year and choice_cost: the year that was chosen for it, and by how much the plan is dearer for that. window_first, window_last and window_source (given, partly, filled), cost_counted and cost_source (given, unit_price, unknown) say what the plan rests on. It can be fed back as works: fill in chosen_year and run again.</source>
        <translation>Alle werken met bundle_id (leeg voor een werk apart), year, shift (jaren na de geplande periode, ervoor negatief), shift_cost en reason: in_bundle, no_neighbour, classes_apart, no_common_year, too_extended, too_few_works, does_not_pay, no_open_year, of waarom het werk niet in het plan zit. chosen_year en choice_cost: het jaar dat ervoor gekozen is, en hoeveel duurder het plan daardoor is. window_first, window_last en window_source (given, partly, filled), cost_counted en cost_source (given, unit_price, unknown) zeggen waar het plan op rust. Het kan weer als werken ingevoerd worden: vul chosen_year in en voer het opnieuw uit.</translation>
    </message>
    <message>
        <source>The projects of two works or more: bundle_id, year, works (how many), classes, funds, owners, cost_apart, cost_bundled, saving, and what the saving consists of: setup_saved, paving_saved and shift_paid; cost_unknown counts works whose own cost is not known, assumed those with a window or cost that was filled in. possible_first and possible_last: the years in which all works could be done; next_year and next_dearer: the cheapest other one of these, and by how much it is dearer. why says it all in words. start and end let the temporal controller play the plan.</source>
        <translation>De projecten van twee of meer werken: bundle_id, year, works (hoeveel), classes, funds, owners, cost_apart, cost_bundled, saving, en waaruit de besparing bestaat: setup_saved, paving_saved en shift_paid; cost_unknown telt werken waarvan de eigen kosten niet bekend zijn, assumed die met een ingevulde periode of kosten. possible_first en possible_last: de jaren waarin alle werken gedaan kunnen worden; next_year en next_dearer: het goedkoopste andere daarvan, en hoeveel duurder dat is. why zegt alles in woorden. Met start en end speelt de temporele controller het plan af.</translation>
    </message>
    <message>
        <source>Funds by year</source>
        <translation>Potjes per jaar</translation>
    </message>
    <message>
        <source>What each fund spends each year on the works&apos; own costs: cost_before with every work in its planned year, cost_after as planned, its budget, and by how much that is overspent.</source>
        <translation>Wat elk potje per jaar uitgeeft aan de eigen kosten van de werken: cost_before met elk werk in zijn geplande jaar, cost_after volgens het plan, zijn budget, en hoeveel dat overschreden wordt.</translation>
    </message>
    <message>
        <source>Coverage of the data</source>
        <translation>Dekking van de gegevens</translation>
    </message>
    <message>
        <source>By owner and asset class: how many works there are, how many are planned, have years, windows and costs, and for how many these were filled in. A pair without works may be one that nobody delivered.</source>
        <translation>Per beheerder en soort: hoeveel werken er zijn, hoeveel er gepland zijn, jaren, perioden en kosten hebben, en voor hoeveel die zijn ingevuld. Een combinatie zonder werken kan er een zijn die niemand heeft aangeleverd.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>The bundles by district and year as a chart to print, with the cost per year before and after.</source>
        <translation>De bundels per wijk en jaar als grafiek om af te drukken, met de kosten per jaar vooraf en achteraf.</translation>
    </message>
    <message>
        <source>Euro; proven: no plan saves more that keeps the budgets, or overspends nowhere more than this one.</source>
        <translation>Euro; bewezen: geen plan bespaart meer dat de budgetten aanhoudt, of ze nergens meer overschrijdt dan dit.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>Who carries out the work: municipality, water board, grid operator.</source>
        <translation>Wie het werk uitvoert: gemeente, waterschap, netbeheerder.</translation>
    </message>
    <message>
        <source>Chosen year</source>
        <translation>Gekozen jaar</translation>
    </message>
    <message>
        <source>A year in which the work is to be kept, where there is one; the rest is planned around it, and the price of each choice reported.</source>
        <translation>Een jaar waarin het werk moet blijven, als er een is; de rest wordt eromheen gepland, en de prijs van elke keuze vermeld.</translation>
    </message>
    <message>
        <source>Width of each line (metres)</source>
        <translation>Breedte van elke lijn (meter)</translation>
    </message>
    <message>
        <source>Where it is empty the width of lines counts.</source>
        <translation>Waar het leeg is telt de breedte van lijnen.</translation>
    </message>
    <message>
        <source>Radius of each point (metres)</source>
        <translation>Straal van elk punt (meter)</translation>
    </message>
    <message>
        <source>Where it is empty the radius of points counts.</source>
        <translation>Waar het leeg is telt de straal van punten.</translation>
    </message>
    <message>
        <source>First year of the plan</source>
        <translation>Eerste jaar van het plan</translation>
    </message>
    <message>
        <source>No work is brought forward to a year before this one; if empty there is no such year.</source>
        <translation>Geen werk wordt naar een jaar vóór dit jaar gehaald; is het leeg, dan is er geen grens.</translation>
    </message>
    <message>
        <source>Smallest number of works in a bundle</source>
        <translation>Kleinste aantal werken in een bundel</translation>
    </message>
    <message>
        <source>Smaller projects are not set up.</source>
        <translation>Kleinere projecten worden niet opgezet.</translation>
    </message>
    <message>
        <source>Classes apart</source>
        <translation>Soorten uit elkaar</translation>
    </message>
    <message>
        <source>A table with the columns class_a and class_b: two asset classes a row that never go together in a bundle.</source>
        <translation>Een tabel met de kolommen class_a en class_b: per rij twee soorten die nooit samen in een bundel gaan.</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgetten</translation>
    </message>
    <message>
        <source>A table with the columns fund, year and amount (euro): what a fund may spend on its works&apos; own costs in a year or a range of years; without a year in every other year. Years that it does not name are not limited. Budgets that cannot be kept are reported.</source>
        <translation>Een tabel met de kolommen fund, year en amount (euro): wat een potje aan de eigen kosten van zijn werken mag uitgeven in een jaar of een reeks van jaren; zonder jaar in elk ander jaar. Jaren die de tabel niet noemt zijn niet begrensd. Budgetten die niet gehaald kunnen worden, worden gemeld.</translation>
    </message>
    <message>
        <source>Unit prices</source>
        <translation>Eenheidsprijzen</translation>
    </message>
    <message>
        <source>A table with the columns class, unit (m, m2 or piece), price (euro), and optionally size and price_year: the cost of works that do not give their own. A table with the figures of RIONED for sewers is in the folder data of the plugin, to be copied and changed.</source>
        <translation>Een tabel met de kolommen class, unit (m, m2 of stuk), price (euro), en eventueel size en price_year: de kosten van werken die ze zelf niet opgeven. Een tabel met de kengetallen van RIONED voor riolen staat in de map data van de plug-in, om te kopiëren en aan te passen.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Hoeveelheid</translation>
    </message>
    <message>
        <source>Metres, square metres or pieces; where it is empty the geometry says it.</source>
        <translation>Meters, vierkante meters of stuks; waar het leeg is zegt de geometrie het.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Maat</translation>
    </message>
    <message>
        <source>Such as a diameter in mm, for unit prices that depend on it.</source>
        <translation>Bijvoorbeeld een diameter in mm, voor eenheidsprijzen die daarvan afhangen.</translation>
    </message>
    <message>
        <source>Price level (year)</source>
        <translation>Prijspeil (jaar)</translation>
    </message>
    <message>
        <source>The year to whose prices unit prices are brought; if empty they stay as they are.</source>
        <translation>Het jaar naar welk prijspeil eenheidsprijzen worden gebracht; is het leeg, dan blijven ze zoals ze zijn.</translation>
    </message>
    <message>
        <source>Price index</source>
        <translation>Prijsindex</translation>
    </message>
    <message>
        <source>Share by which prices rise in a year.</source>
        <translation>Aandeel waarmee prijzen in een jaar stijgen.</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Wijken</translation>
    </message>
    <message>
        <source>To order the timeline by.</source>
        <translation>Waarnaar de tijdlijn wordt geordend.</translation>
    </message>
    <message>
        <source>Name of the district</source>
        <translation>Naam van de wijk</translation>
    </message>
    <message>
        <source>A field of the districts; if empty: naam or name, else the feature id.</source>
        <translation>Een veld van de wijken; is het leeg: naam of name, anders het object-id.</translation>
    </message>
    <message>
        <source>The time limit ended the search: this is the best plan found until then</source>
        <translation>De tijdslimiet beëindigde het zoeken: dit is het beste plan tot dan toe</translation>
    </message>
</context>
<context>
    <name>KoppelkansBundleText</name>
    <message>
        <source>%1 works</source>
        <translation>%1 werken</translation>
    </message>
    <message>
        <source>%1 works (%2)</source>
        <translation>%1 werken (%2)</translation>
    </message>
    <message>
        <source>%1, each at most %2 m from the next.</source>
        <translation>%1, elk hoogstens %2 m van het volgende.</translation>
    </message>
    <message>
        <source>%1 is the only year in which all of them may be done.</source>
        <translation>%1 is het enige jaar waarin ze allemaal gedaan kunnen worden.</translation>
    </message>
    <message>
        <source>%1 is the cheapest of the years that all of them share (%2); %3 would cost %4 euro more.</source>
        <translation>%1 is het goedkoopste van de jaren die ze allemaal delen (%2); %3 zou %4 euro meer kosten.</translation>
    </message>
    <message>
        <source>%1 is one of the cheapest of the years that all of them share (%2).</source>
        <translation>%1 is een van de goedkoopste van de jaren die ze allemaal delen (%2).</translation>
    </message>
    <message>
        <source>%1 would be %2 euro cheaper, but a budget or a chosen year asks for %3.</source>
        <translation>%1 zou %2 euro goedkoper zijn, maar een budget of een gekozen jaar vraagt om %3.</translation>
    </message>
    <message>
        <source>Together %1 euro instead of %2: %3 saved on setting up, %4 on paving, %5 paid for moving works.</source>
        <translation>Samen %1 euro in plaats van %2: %3 bespaard op opstarten, %4 op verharden, %5 betaald voor het verschuiven van werken.</translation>
    </message>
    <message>
        <source>the window of %1 assumed</source>
        <translation>van %1 de periode aangenomen</translation>
    </message>
    <message>
        <source>the cost of %1 from unit prices</source>
        <translation>van %1 de kosten uit eenheidsprijzen</translation>
    </message>
    <message>
        <source>the cost of %1 unknown and not counted</source>
        <translation>van %1 de kosten onbekend en niet meegeteld</translation>
    </message>
    <message>
        <source>Of these works: %1.</source>
        <translation>Van deze werken: %1.</translation>
    </message>
</context>
<context>
    <name>KoppelkansCheckDataAlgorithm</name>
    <message>
        <source>check,validate,quality,data,findings,invalid,missing,years,defaults</source>
        <translation>controleren,valideren,kwaliteit,gegevens,bevindingen,ongeldig,ontbrekend,jaren,standaardwaarden</translation>
    </message>
    <message>
        <source>Reads whatever you mean to use and reports what the other algorithms would find in it: geometries that need repair, features that would be left out, years and numbers that cannot be read, and values that would be filled in by default. Nothing is changed.</source>
        <translation>Leest alles wat u wilt gebruiken en meldt wat de andere algoritmen erin zouden aantreffen: geometrieën die hersteld moeten worden, objecten die zouden wegvallen, jaren en getallen die niet te lezen zijn en waarden die standaard zouden worden ingevuld. Er wordt niets gewijzigd.</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Opgaven</translation>
    </message>
    <message>
        <source>The layers to stack.</source>
        <translation>De lagen om te stapelen.</translation>
    </message>
    <message>
        <source>Theme settings</source>
        <translation>Instellingen van opgaven</translation>
    </message>
    <message>
        <source>The table with weights, bounds, thresholds, directions and fields.</source>
        <translation>De tabel met gewichten, grenzen, drempels, richtingen en velden.</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Wijken</translation>
    </message>
    <message>
        <source>The districts to score.</source>
        <translation>De wijken om te scoren.</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Kapitaalgoederen</translation>
    </message>
    <message>
        <source>The assets to plan works from.</source>
        <translation>De kapitaalgoederen waarvoor onderhoudswerken worden gepland.</translation>
    </message>
    <message>
        <source>Year of construction</source>
        <translation>Jaar van aanleg</translation>
    </message>
    <message>
        <source>A field of the assets.</source>
        <translation>Een veld van de kapitaalgoederen.</translation>
    </message>
    <message>
        <source>Year of last maintenance</source>
        <translation>Jaar van laatste onderhoud</translation>
    </message>
    <message>
        <source>Asset class</source>
        <translation>Soort kapitaalgoed</translation>
    </message>
    <message>
        <source>Service lives</source>
        <translation>Levensduren</translation>
    </message>
    <message>
        <source>The table with the columns class and life.</source>
        <translation>De tabel met de kolommen class (soort) en life (levensduur).</translation>
    </message>
    <message>
        <source>Default service life (years)</source>
        <translation>Standaardlevensduur (jaren)</translation>
    </message>
    <message>
        <source>For classes that the table does not have.</source>
        <translation>Voor soorten die niet in de tabel staan.</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Onderhoudswerken</translation>
    </message>
    <message>
        <source>The works to bundle.</source>
        <translation>De onderhoudswerken om te bundelen.</translation>
    </message>
    <message>
        <source>Planned year</source>
        <translation>Gepland jaar</translation>
    </message>
    <message>
        <source>A field of the works.</source>
        <translation>Een veld van de onderhoudswerken.</translation>
    </message>
    <message>
        <source>Earliest year</source>
        <translation>Vroegste jaar</translation>
    </message>
    <message>
        <source>Latest year</source>
        <translation>Laatste jaar</translation>
    </message>
    <message>
        <source>Cost (euro)</source>
        <translation>Kosten (euro)</translation>
    </message>
    <message>
        <source>Class of works</source>
        <translation>Soort onderhoudswerk</translation>
    </message>
    <message>
        <source>Dig moratoria</source>
        <translation>Graafrust</translation>
    </message>
    <message>
        <source>Areas whose surface stays closed.</source>
        <translation>Gebieden waar de grond dicht blijft.</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimenten</translation>
    </message>
    <message>
        <source>Areas whose works stay out of the plan.</source>
        <translation>Gebieden waarvan de werken buiten het plan blijven.</translation>
    </message>
    <message>
        <source>Number of findings</source>
        <translation>Aantal bevindingen</translation>
    </message>
    <message>
        <source>How many rows the table of findings has.</source>
        <translation>Hoeveel rijen de tabel met bevindingen heeft.</translation>
    </message>
    <message>
        <source>Check data</source>
        <translation>Gegevens controleren</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicatoren</translation>
    </message>
    <message>
        <source>Fields of the districts with a number each.</source>
        <translation>Velden van de wijken met elk een getal.</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Vast</translation>
    </message>
    <message>
        <source>Years earlier</source>
        <translation>Jaren eerder</translation>
    </message>
    <message>
        <source>How far works without an earliest year may be brought forward.</source>
        <translation>Hoeveel jaren werken zonder vroegste jaar naar voren mogen.</translation>
    </message>
    <message>
        <source>Years later</source>
        <translation>Jaren later</translation>
    </message>
    <message>
        <source>How far works without a latest year may be put off.</source>
        <translation>Hoeveel jaren werken zonder laatste jaar mogen worden uitgesteld.</translation>
    </message>
    <message>
        <source>First closed year</source>
        <translation>Eerste gesloten jaar</translation>
    </message>
    <message>
        <source>A field of the moratoria.</source>
        <translation>Een veld van de graafrustgebieden.</translation>
    </message>
    <message>
        <source>Last closed year</source>
        <translation>Laatste gesloten jaar</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>Potje</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>Chosen year</source>
        <translation>Gekozen jaar</translation>
    </message>
    <message>
        <source>Width of each line (metres)</source>
        <translation>Breedte van elke lijn (meter)</translation>
    </message>
    <message>
        <source>Radius of each point (metres)</source>
        <translation>Straal van elk punt (meter)</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Hoeveelheid</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Maat</translation>
    </message>
    <message>
        <source>Unit prices</source>
        <translation>Eenheidsprijzen</translation>
    </message>
    <message>
        <source>The table with the columns class, unit and price.</source>
        <translation>De tabel met de kolommen class, unit en price.</translation>
    </message>
    <message>
        <source>Classes apart</source>
        <translation>Soorten uit elkaar</translation>
    </message>
    <message>
        <source>The table with the columns class_a and class_b.</source>
        <translation>De tabel met de kolommen class_a en class_b.</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgetten</translation>
    </message>
    <message>
        <source>The table with the columns fund, year and amount.</source>
        <translation>De tabel met de kolommen fund, year en amount.</translation>
    </message>
</context>
<context>
    <name>KoppelkansCore</name>
    <message>
        <source>the cell size must be larger than 0</source>
        <translation>de celgrootte moet groter zijn dan 0</translation>
    </message>
    <message>
        <source>there is no extent to cover with cells</source>
        <translation>er is geen bereik om met cellen te vullen</translation>
    </message>
    <message>
        <source>the cells are too small for the extent: there would be more than two thousand million</source>
        <translation>de cellen zijn te klein voor het bereik: het zouden er meer dan twee miljard worden</translation>
    </message>
    <message>
        <source>a raster needs square cells</source>
        <translation>een raster kan alleen met vierkante cellen</translation>
    </message>
    <message>
        <source>only polygons can be laid over each other exactly</source>
        <translation>alleen polygonen kunnen exact over elkaar worden gelegd</translation>
    </message>
    <message>
        <source>the precision must be above zero</source>
        <translation>de precisie moet groter zijn dan nul</translation>
    </message>
    <message>
        <source>the precision is too fine for so large an extent</source>
        <translation>de precisie is te fijn voor zo&apos;n groot gebied</translation>
    </message>
    <message>
        <source>there is nothing to score districts by</source>
        <translation>er is niets om de wijken op te scoren</translation>
    </message>
    <message>
        <source>the weight must be 0 or more</source>
        <translation>het gewicht moet 0 of meer zijn</translation>
    </message>
    <message>
        <source>there must be as many order weights as there are criteria</source>
        <translation>er moeten evenveel volgordegewichten zijn als opgaven en indicatoren samen</translation>
    </message>
    <message>
        <source>an order weight must be 0 or more</source>
        <translation>een volgordegewicht moet 0 of meer zijn</translation>
    </message>
    <message>
        <source>a geometric mean cannot be taken of values below 0: normalise them to 0–1</source>
        <translation>van waarden onder 0 bestaat geen meetkundig gemiddelde: normaliseer ze naar 0–1</translation>
    </message>
    <message>
        <source>The width of lines must be more than 0 m</source>
        <translation>De breedte van lijnen moet meer dan 0 m zijn</translation>
    </message>
    <message>
        <source>The radius of points must be more than 0 m</source>
        <translation>De straal van punten moet meer dan 0 m zijn</translation>
    </message>
    <message>
        <source>The chosen year lies outside the years in which the work may be carried out</source>
        <translation>Het gekozen jaar ligt buiten de jaren waarin het werk mag worden uitgevoerd</translation>
    </message>
    <message>
        <source>A moratorium closes the chosen year to the work</source>
        <translation>In het gekozen jaar geldt graafrust voor het werk</translation>
    </message>
    <message>
        <source>A bundle must hold 2 works or more</source>
        <translation>Een bundel moet 2 of meer werken bevatten</translation>
    </message>
    <message>
        <source>At most 64 classes can be kept apart</source>
        <translation>Hoogstens 64 soorten kunnen uit elkaar gehouden worden</translation>
    </message>
    <message>
        <source>the cells overlap each other: what they share would count twice</source>
        <translation>de cellen overlappen elkaar: wat ze delen zou dubbel tellen</translation>
    </message>
</context>
<context>
    <name>KoppelkansCoupleThemesAlgorithm</name>
    <message>
        <source>coupling,opportunity,themes,bundles,partners,table,urgency,quadrants,horizon,transition,maintenance</source>
        <translation>koppelkans,kans,opgaven,bundels,partners,tafel,urgentie,kwadranten,horizon,transitie,onderhoud</translation>
    </message>
    <message>
        <source>Says which bundle of works can carry which transition task (theme), who must sit at the table for it, and whether the bundle is worth it. A bundle carries a theme where the theme is urgent (its need reaches the threshold) on a large enough share of the ground that is opened, in a year within the theme&apos;s horizon. Each district is put in one of four: do now, seek works, ride along, leave; and what is urgent while nothing is planned for it is listed.</source>
        <translation>Zegt welke bundel van onderhoudswerken welke opgave kan dragen, wie daarvoor aan tafel moet, en of de bundel de moeite waard is. Een bundel draagt een opgave als die dringend is (de drempel haalt) op een groot genoeg deel van de grond die open gaat, in een jaar binnen de horizon van de opgave. Elke wijk komt in een van vier kwadranten: nu doen, werk zoeken, meeliften of laten; en wat dringend is zonder dat er iets voor gepland staat, wordt opgesomd.</translation>
    </message>
    <message>
        <source>Couplings carried</source>
        <translation>Gedragen koppelkansen</translation>
    </message>
    <message>
        <source>How many times a bundle or work carries a theme.</source>
        <translation>Hoe vaak een bundel of werk een opgave draagt.</translation>
    </message>
    <message>
        <source>Bundles not worth it</source>
        <translation>Bundels die niet de moeite waard zijn</translation>
    </message>
    <message>
        <source>How many bundles save too little and carry no theme.</source>
        <translation>Hoeveel bundels te weinig besparen en geen opgave dragen.</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Bundels</translation>
    </message>
    <message>
        <source>The bundles of bundlemaintenance: polygons with bundle_id (if there is none, the feature id counts), saving and cost_apart (in euro; what is missing counts as unknown).</source>
        <translation>De bundels van bundlemaintenance: vlakken met bundle_id (ontbreekt dat veld, dan telt het object-id), saving en cost_apart (in euro; wat ontbreekt telt als onbekend).</translation>
    </message>
    <message>
        <source>Year of the bundles</source>
        <translation>Jaar van de bundels</translation>
    </message>
    <message>
        <source>The year in which a bundle is carried out. Of a range of years each counts. Bundles without a year are left out.</source>
        <translation>Het jaar waarin een bundel wordt uitgevoerd. Van een reeks jaren telt elk jaar. Bundels zonder jaar vallen af.</translation>
    </message>
    <message>
        <source>Owners of the works</source>
        <translation>Beheerders van de werken</translation>
    </message>
    <message>
        <source>Who carries out the works of a bundle, names separated by commas. If empty: the field owners, where there is one.</source>
        <translation>Wie de werken van een bundel uitvoert, namen gescheiden door komma&apos;s. Indien leeg: het veld owners, als dat er is.</translation>
    </message>
    <message>
        <source>Plan of works</source>
        <translation>Plan van de werken</translation>
    </message>
    <message>
        <source>The plan of bundlemaintenance. Its works without bundle_id stand on their own, and can carry themes too, in their field year; those without a year are left out.</source>
        <translation>Het plan van bundlemaintenance. De werken zonder bundle_id staan op zichzelf en kunnen ook opgaven dragen, in het jaar van hun veld year; werken zonder jaar vallen af.</translation>
    </message>
    <message>
        <source>Width of lines (metres)</source>
        <translation>Breedte van lijnen (meter)</translation>
    </message>
    <message>
        <source>How wide a strip a line of the plan opens.</source>
        <translation>Hoe breed de strook is die een lijn van het plan opent.</translation>
    </message>
    <message>
        <source>Radius of points (metres)</source>
        <translation>Straal van punten (meter)</translation>
    </message>
    <message>
        <source>How much a point of the plan opens around it.</source>
        <translation>Hoeveel een punt van het plan om zich heen opent.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Cellen</translation>
    </message>
    <message>
        <source>The cells of stacklayers: a field with a value for each theme; no value is no data. Give cells or faces, not both. Without theme settings each field with numbers counts as a theme, but for fid, cell_id, overlap_count and overlap_index. Cells may not overlap each other.</source>
        <translation>De cellen van stacklayers: per opgave een veld met een waarde; geen waarde is geen gegevens. Geef cellen of vlakken, niet allebei. Zonder instellingen telt elk veld met getallen als opgave, behalve fid, cell_id, overlap_count en overlap_index. Cellen mogen elkaar niet overlappen.</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Vlakken</translation>
    </message>
    <message>
        <source>The faces of overlaythemes: field themes names the themes of each face, separated by semicolons. A theme has the value 1 in its faces and 0 everywhere else.</source>
        <translation>De vlakken van overlaythemes: het veld themes noemt de opgaven van elk vlak, gescheiden door puntkomma&apos;s. Een opgave heeft waarde 1 in haar vlakken en 0 overal elders.</translation>
    </message>
    <message>
        <source>Theme settings</source>
        <translation>Instellingen per opgave</translation>
    </message>
    <message>
        <source>A table with the columns theme, weight, lower, upper, threshold, direction (more_is_worse or less_is_worse), horizon (the years in which the theme can still be taken along: 2035 for up to and including 2035, or 2027-2035) and partner (who has a stake in it, names separated by commas). All but theme are optional; what is missing is filled in (weight 1, threshold 0.5, more_is_worse; bounds 0 and 1 where all values lie between them, else the smallest and largest value) and listed among the findings. Of cells, only themes with a row count.</source>
        <translation>Een tabel met de kolommen theme (naam van de opgave), weight (gewicht), lower (ondergrens), upper (bovengrens), threshold (drempel), direction (more_is_worse of less_is_worse), horizon (de jaren waarin de opgave nog mee kan: 2035 voor tot en met 2035, of 2027-2035) en partner (wie er belang bij heeft, namen gescheiden door komma&apos;s). Alles behalve theme mag ontbreken; wat ontbreekt wordt ingevuld (gewicht 1, drempel 0,5, more_is_worse; grenzen 0 en 1 als alle waarden daartussen liggen, anders de kleinste en grootste waarde) en staat bij de bevindingen. Van cellen tellen alleen opgaven met een rij.</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Wijken</translation>
    </message>
    <message>
        <source>The units in which urgency and opportunity are weighed: neighbourhoods, districts, catchments.</source>
        <translation>De eenheden waarin urgentie en kans worden gewogen: buurten, wijken, stroomgebieden.</translation>
    </message>
    <message>
        <source>Names of the districts</source>
        <translation>Namen van de wijken</translation>
    </message>
    <message>
        <source>If empty: the field naam or name where there is one, else the feature id.</source>
        <translation>Indien leeg: het veld naam of name als dat er is, anders het object-id.</translation>
    </message>
    <message>
        <source>Share of the footprint</source>
        <translation>Deel van de grond</translation>
    </message>
    <message>
        <source>On how much of its ground, at least, a theme must be urgent for a bundle to carry it: 0.1 is a tenth.</source>
        <translation>Op welk deel van de grond een opgave minstens dringend moet zijn om door een bundel te worden gedragen: 0,1 is een tiende.</translation>
    </message>
    <message>
        <source>Threshold of urgency</source>
        <translation>Drempel voor urgentie</translation>
    </message>
    <message>
        <source>From which urgency on, 0 to 1, a district counts as urgent. If empty: the median of the districts.</source>
        <translation>Vanaf welke urgentie, 0 tot 1, een wijk als dringend telt. Indien leeg: de mediaan van de wijken.</translation>
    </message>
    <message>
        <source>Threshold of opportunity</source>
        <translation>Drempel voor kans</translation>
    </message>
    <message>
        <source>From which opportunity on, 0 to 1, a district counts as one with works. If empty: the median of the districts.</source>
        <translation>Vanaf welke kans, 0 tot 1, een wijk telt als een waar gewerkt wordt. Indien leeg: de mediaan van de wijken.</translation>
    </message>
    <message>
        <source>Least gain (euro)</source>
        <translation>Kleinste winst (euro)</translation>
    </message>
    <message>
        <source>A bundle must save more than this to be worth it by itself.</source>
        <translation>Een bundel moet meer dan dit besparen om op zichzelf de moeite waard te zijn.</translation>
    </message>
    <message>
        <source>Couplings</source>
        <translation>Koppelkansen</translation>
    </message>
    <message>
        <source>A row for each bundle, or work on its own, and each theme that it carries or that asks something of its ground: bundle_id or work_id, year, district (with most of it), theme, partner, share (of its ground on which the theme is urgent), unknown_share (without data), horizon, carried (1 or 0) and reason: carried, too_little, outside_horizon or no_data (what is not known could make it enough).</source>
        <translation>Een rij voor elke bundel, of elk werk op zichzelf, en elke opgave die ermee meegaat of die iets van de grond vraagt: bundle_id of work_id, year (jaar), district (de wijk met het grootste deel), theme (opgave), partner, share (deel van de grond waarop de opgave dringend is), unknown_share (deel zonder gegevens), horizon, carried (gedragen: 1 of 0) en reason (reden): carried (gedragen), too_little (te weinig), outside_horizon (buiten de horizon) of no_data (wat niet bekend is zou het genoeg kunnen maken).</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Oordelen</translation>
    </message>
    <message>
        <source>A row for each bundle: bundle_id, year, district, themes (that it carries), themes_carried (how many), partners (who sits at the table: owners of the works and partners of the themes), saving, saving_share (of the cost apart), urgency (mean of the overlap index on its ground, 0 to 1), verdict: do_together_and_carry (it saves enough and carries themes), do_together (it saves enough), carry (it carries themes, but does not save enough, or that is unknown), not_worth_it (neither) or empty where too little is known, and reason, which gives the figures.</source>
        <translation>Een rij voor elke bundel: bundle_id, year (jaar), district (wijk), themes (de opgaven die hij draagt), themes_carried (hoeveel), partners (wie er aan tafel zit: eigenaren van de werken en partners van de opgaven), saving (besparing), saving_share (deel van de kosten apart), urgency (gemiddelde overlap_index op de grond, 0 tot 1), verdict (oordeel): do_together_and_carry (bespaart genoeg en draagt opgaven), do_together (bespaart genoeg), carry (draagt opgaven, maar bespaart niet genoeg, of dat is onbekend), not_worth_it (geen van beide) of leeg waar te weinig bekend is, en reason (reden), die de cijfers geeft.</translation>
    </message>
    <message>
        <source>Quadrants</source>
        <translation>Kwadranten</translation>
    </message>
    <message>
        <source>The districts with urgency (mean of the overlap index by area, 0 to 1), opportunity (share of the district on which works are planned), chances (bundles and works that carry a theme, each in the district with most of it), urgency_limit and opportunity_limit, and quadrant: do_now (urgent, and there are works), seek_works (urgent, with few works), ride_along (not urgent, with works) or leave. What equals a limit counts as high; 0 never does.</source>
        <translation>De wijken met urgency (gemiddelde overlap_index naar oppervlakte, 0 tot 1), opportunity (deel van de wijk waar werk gepland staat), chances (bundels en werken die een opgave dragen, elk in de wijk met het grootste deel), urgency_limit en opportunity_limit (de grenzen), en quadrant: do_now (nu doen: dringend en er wordt gewerkt), seek_works (werk zoeken: dringend, met weinig werk), ride_along (meeliften: niet dringend, met werk) of leave (laten). Wat gelijk is aan een grens telt als hoog; 0 nooit.</translation>
    </message>
    <message>
        <source>Urgent and nothing planned</source>
        <translation>Dringend en niets gepland</translation>
    </message>
    <message>
        <source>A row for each district and theme with urgent ground outside all bundles and works that carry the theme, the largest first: district, theme, partner, urgent_area, planned_area (within such bundles and works), unplanned_area (m²) and unplanned_share. The geometry is the unplanned ground.</source>
        <translation>Een rij voor elke wijk en opgave met dringende grond buiten alle bundels en werken die de opgave dragen, de grootste eerst: district (wijk), theme (opgave), partner, urgent_area (dringend), planned_area (daarvan binnen zulke bundels en werken), unplanned_area (zonder plan, in m²) en unplanned_share (het deel). De geometrie is de grond zonder plan.</translation>
    </message>
    <message>
        <source>Give either cells or faces, not both</source>
        <translation>Geef cellen of vlakken, niet allebei</translation>
    </message>
    <message>
        <source>Give the cells of stacklayers or the faces of overlaythemes</source>
        <translation>Geef de cellen van stacklayers of de vlakken van overlaythemes</translation>
    </message>
    <message>
        <source>Couple themes</source>
        <translation>Opgaven koppelen</translation>
    </message>
</context>
<context>
    <name>KoppelkansCouplingThemes</name>
    <message>
        <source>layer %1 has no field with the values of a theme</source>
        <translation>laag %1 heeft geen veld met de waarden van een opgave</translation>
    </message>
    <message>
        <source>layer %1 holds no cells</source>
        <translation>laag %1 bevat geen cellen</translation>
    </message>
    <message>
        <source>layer %1 names no themes in its field themes</source>
        <translation>laag %1 noemt geen opgaven in het veld themes</translation>
    </message>
</context>
<context>
    <name>KoppelkansDataCoverage</name>
    <message>
        <source>no works given: there may be none, or they were not delivered</source>
        <translation>geen werken opgegeven: er kunnen er geen zijn, of ze zijn niet aangeleverd</translation>
    </message>
    <message>
        <source>none can be planned: see the findings</source>
        <translation>geen enkel is te plannen: zie de bevindingen</translation>
    </message>
    <message>
        <source>%1 of %2 not in the plan</source>
        <translation>%1 van %2 niet in het plan</translation>
    </message>
    <message>
        <source>window assumed for %1 of %2</source>
        <translation>periode aangenomen voor %1 van %2</translation>
    </message>
    <message>
        <source>cost from unit prices for %1 of %2</source>
        <translation>kosten uit eenheidsprijzen voor %1 van %2</translation>
    </message>
    <message>
        <source>cost unknown of %1 of %2</source>
        <translation>kosten onbekend van %1 van %2</translation>
    </message>
    <message>
        <source>width or radius assumed for %1 of %2</source>
        <translation>breedte of straal aangenomen voor %1 van %2</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>volledig</translation>
    </message>
</context>
<context>
    <name>KoppelkansFindings</name>
    <message>
        <source>has no geometry and is left out</source>
        <translation>heeft geen geometrie en is weggelaten</translation>
    </message>
    <message>
        <source>has an empty geometry and is left out</source>
        <translation>heeft een lege geometrie en is weggelaten</translation>
    </message>
    <message>
        <source>has a geometry of another type than the layer&apos;s (%2), which is left out</source>
        <translation>heeft een geometrie van een ander type dan de laag (%2); die is weggelaten</translation>
    </message>
    <message>
        <source>has an invalid geometry (%2); it was repaired for the computation, the layer itself is unchanged</source>
        <translation>heeft een ongeldige geometrie (%2); die is hersteld voor de berekening, de laag zelf is niet gewijzigd</translation>
    </message>
    <message>
        <source>is left out: its geometry cannot be repaired (%2)</source>
        <translation>is weggelaten: de geometrie kan niet worden hersteld (%2)</translation>
    </message>
    <message>
        <source>is left out: it cannot be transformed to the CRS of the computation (%2)</source>
        <translation>is weggelaten: transformeren naar het CRS van de berekening lukt niet (%2)</translation>
    </message>
    <message>
        <source>field %1: “%2” is not a number</source>
        <translation>veld %1: “%2” is geen getal</translation>
    </message>
    <message>
        <source>field %1: no value</source>
        <translation>veld %1: geen waarde</translation>
    </message>
    <message>
        <source>field %1: %2 is out of range and is not used</source>
        <translation>veld %1: %2 valt buiten de grenzen en wordt niet gebruikt</translation>
    </message>
    <message>
        <source>field %1: “%2” is not a year or a range of years such as 2027 or 2026-2030</source>
        <translation>veld %1: “%2” is geen jaar of reeks van jaren zoals 2027 of 2026-2030</translation>
    </message>
    <message>
        <source>field %1: no year</source>
        <translation>veld %1: geen jaar</translation>
    </message>
    <message>
        <source>field %1: %2 stands for an unknown year</source>
        <translation>veld %1: %2 staat voor een onbekend jaar</translation>
    </message>
    <message>
        <source>the latest year lies before the earliest (%2)</source>
        <translation>het laatste jaar ligt vóór het vroegste (%2)</translation>
    </message>
    <message>
        <source>the planned year lies outside the window (%2)</source>
        <translation>het geplande jaar valt buiten het tijdvenster (%2)</translation>
    </message>
    <message>
        <source>covers the same place as feature %2</source>
        <translation>ligt op dezelfde plek als object %2</translation>
    </message>
    <message>
        <source>lies in experiment %2 and stays out of the plan</source>
        <translation>ligt in experiment %2 en blijft buiten het plan</translation>
    </message>
    <message>
        <source>no year of its window is free of a moratorium (%2)</source>
        <translation>geen jaar van het tijdvenster is vrij van graafrust (%2)</translation>
    </message>
    <message>
        <source>is larger (%2 m) than a bundle may be</source>
        <translation>is groter (%2 m) dan een bundel mag zijn</translation>
    </message>
    <message>
        <source>field %1: no class</source>
        <translation>veld %1: geen soort</translation>
    </message>
    <message>
        <source>%1 is not given; %3 was filled in</source>
        <translation>%1 is niet opgegeven; %3 is ingevuld</translation>
    </message>
    <message>
        <source>the renewal lies before the construction (%2); construction counts</source>
        <translation>de vernieuwing ligt vóór de aanleg (%2); de aanleg telt</translation>
    </message>
    <message>
        <source>%1 “%2” is not known and is not used</source>
        <translation>%1 “%2” is niet bekend en wordt niet gebruikt</translation>
    </message>
    <message>
        <source>the CRS of the computation, %2, distorts areas and lengths; choose a national one</source>
        <translation>het CRS van de berekening, %2, vertekent oppervlakten en lengten; kies een nationaal CRS</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>laag %1</translation>
    </message>
    <message>
        <source>layer %1, feature %2</source>
        <translation>laag %1, object %2</translation>
    </message>
    <message>
        <source>%1: and %2 more of the kind %3</source>
        <translation>%1: en nog %2 van de soort %3</translation>
    </message>
    <message>
        <source>%1 “%2” is not used: only themes of polygons can be the mean of a field</source>
        <translation>%1 “%2” wordt niet gebruikt: alleen opgaven met vlakken kunnen het gemiddelde van een veld zijn</translation>
    </message>
    <message>
        <source>“%2” has settings in an earlier row; those of this row are not used</source>
        <translation>“%2” heeft al instellingen in een eerdere rij; die van deze rij worden niet gebruikt</translation>
    </message>
    <message>
        <source>no field with costs was chosen: what the works themselves cost counts as unknown</source>
        <translation>er is geen veld met kosten gekozen: wat de werken zelf kosten, telt als onbekend</translation>
    </message>
    <message>
        <source>the upper bound must be higher than the lower (%2); neither is used</source>
        <translation>de bovengrens moet hoger zijn dan de ondergrens (%2); geen van beide wordt gebruikt</translation>
    </message>
    <message>
        <source>field %1: the chosen year lies outside the window (%2) and is not kept</source>
        <translation>veld %1: het gekozen jaar ligt buiten de periode (%2) en wordt niet aangehouden</translation>
    </message>
    <message>
        <source>a moratorium closes the chosen year, %2: it is not kept</source>
        <translation>in het gekozen jaar, %2, geldt graafrust: het wordt niet aangehouden</translation>
    </message>
    <message>
        <source>fund %1 is overspent (euro): %2</source>
        <translation>potje %1 wordt overschreden (euro): %2</translation>
    </message>
    <message>
        <source>fund %1 cannot have enough: works that must be carried out then cost more than its budgets (euro): %2</source>
        <translation>potje %1 kan niet toereikend zijn: werken die dan uitgevoerd moeten worden kosten meer dan zijn budgetten (euro): %2</translation>
    </message>
    <message>
        <source>field %1: an earlier feature is called %2 too</source>
        <translation>veld %1: een eerder object heet ook %2</translation>
    </message>
</context>
<context>
    <name>KoppelkansInterlockPicture</name>
    <message>
        <source>Where themes fall together</source>
        <translation>Waar opgaven samenvallen</translation>
    </message>
    <message>
        <source>Below the diagonal: shared part
of the ground of either</source>
        <translation>Onder de diagonaal: gedeeld deel
van de grond van beide</translation>
    </message>
    <message>
        <source>Above: how many times more
often together than by chance</source>
        <translation>Erboven: hoeveel keer vaker
samen dan bij toeval</translation>
    </message>
</context>
<context>
    <name>KoppelkansLayerSource</name>
    <message>
        <source>layer %1 has no field %2</source>
        <translation>laag %1 heeft geen veld %2</translation>
    </message>
    <message>
        <source>layer %1 has no geometry</source>
        <translation>laag %1 heeft geen geometrie</translation>
    </message>
    <message>
        <source>layer %1 has no CRS; set it in the layer&apos;s properties</source>
        <translation>laag %1 heeft geen CRS; stel het in bij de laageigenschappen</translation>
    </message>
    <message>
        <source>layer %1 cannot be read</source>
        <translation>laag %1 kan niet worden gelezen</translation>
    </message>
    <message>
        <source>layer %1 holds no districts</source>
        <translation>laag %1 bevat geen wijken</translation>
    </message>
    <message>
        <source>layer %1 holds no polygons</source>
        <translation>laag %1 bevat geen polygonen</translation>
    </message>
    <message>
        <source>layer %1: the filter %2 cannot be understood: %3</source>
        <translation>laag %1: het filter %2 is niet te begrijpen: %3</translation>
    </message>
</context>
<context>
    <name>KoppelkansOverlayThemesAlgorithm</name>
    <message>
        <source>themes,overlap,overlay,union,intersection,faces,planar partition,stack,transition,interlock</source>
        <translation>opgaven,overlap,overlay,vereniging,doorsnede,vlakken,vlakverdeling,stapelen,transitie,verknoping</translation>
    </message>
    <message>
        <source>Lays the polygons of all transition tasks of a city (themes) over each other and cuts them where they meet. Each face that results is covered by one set of themes from edge to edge; faces do not overlap, and their areas add up to the area that the themes cover together. The order of the themes makes no difference.</source>
        <translation>Legt de polygonen van alle opgaven van een stad over elkaar heen en snijdt ze waar ze elkaar raken. Elk vlak dat zo ontstaat ligt helemaal in dezelfde opgaven; vlakken overlappen elkaar niet, en hun oppervlakten zijn samen het oppervlak dat de opgaven met elkaar bedekken. De volgorde van de opgaven maakt niet uit.</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Opgaven</translation>
    </message>
    <message>
        <source>One polygon layer a theme, any number. Polygons of one theme may overlap: a theme covers a place or it does not.</source>
        <translation>Eén polygonenlaag per opgave, zo veel als u wilt. Polygonen van één opgave mogen elkaar overlappen: een opgave bedekt een plek of niet.</translation>
    </message>
    <message>
        <source>Theme settings</source>
        <translation>Instellingen van opgaven</translation>
    </message>
    <message>
        <source>Precision (metres)</source>
        <translation>Precisie (meters)</translation>
    </message>
    <message>
        <source>Coordinates are rounded to multiples of this, those of crossings too. Gaps and overlaps that are narrower close; no edge moves farther than one and a half times this.</source>
        <translation>Coördinaten worden afgerond op veelvouden hiervan, ook die van snijpunten. Kieren en overlappingen die smaller zijn sluiten; geen rand verschuift verder dan anderhalf keer dit.</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Vlakken</translation>
    </message>
    <message>
        <source>The faces: themes (the names of the themes that cover the face, in alphabetical order), overlap_count (the number of themes whose need reaches the threshold), overlap_index (the weighted mean of the needs, 0 to 1) and area (m²).</source>
        <translation>De vlakken: themes (de namen van de opgaven die het vlak bedekken, op alfabet), overlap_count (het aantal opgaven dat de drempel haalt), overlap_index (hoe groot de opgaven gewogen gemiddeld zijn, 0 tot 1) en area (oppervlakte in m²).</translation>
    </message>
    <message>
        <source>There are no themes to overlay</source>
        <translation>Er zijn geen opgaven om over elkaar te leggen</translation>
    </message>
    <message>
        <source>Overlay themes exactly</source>
        <translation>Opgaven exact over elkaar leggen</translation>
    </message>
    <message>
        <source>A table with the columns theme (the layer&apos;s name), weight, lower, upper, threshold, direction (more_is_worse or less_is_worse) and filter (an expression that chooses features). All but theme are optional; what is missing is filled in (weight 1, bounds 0 and 1, threshold 0.5, more_is_worse) and listed among the findings. A face has the value 1 for a theme that covers it and 0 for any other; the columns field and extent are not used.</source>
        <translation>Een tabel met de kolommen theme (naam van de laag), weight (gewicht), lower en upper (onder- en bovengrens), threshold (drempel), direction (more_is_worse: meer is erger, of less_is_worse: minder is erger) en filter (een expressie die objecten kiest). Alleen theme is verplicht; wat ontbreekt wordt ingevuld (gewicht 1, grenzen 0 en 1, drempel 0,5, more_is_worse) en staat bij de bevindingen. Een vlak heeft waarde 1 voor een opgave die het bedekt en 0 voor elke andere; de kolommen field en extent worden niet gebruikt.</translation>
    </message>
</context>
<context>
    <name>KoppelkansPicture</name>
    <message>
        <source>the picture %1 cannot be written</source>
        <translation>de afbeelding %1 kan niet worden geschreven</translation>
    </message>
</context>
<context>
    <name>KoppelkansPlanTimeline</name>
    <message>
        <source>all bundles</source>
        <translation>alle bundels</translation>
    </message>
    <message>
        <source>outside all districts</source>
        <translation>buiten alle wijken</translation>
    </message>
</context>
<context>
    <name>KoppelkansPlanWorksAlgorithm</name>
    <message>
        <source>maintenance,replacement,renewal,service life,assets,works,planning,years,window</source>
        <translation>onderhoud,vervanging,vernieuwing,levensduur,kapitaalgoederen,assets,onderhoudswerken,planning,jaren,tijdvenster</translation>
    </message>
    <message>
        <source>Turns assets into works: each is due when its service life ends, counted from its construction or from its last renewal, whichever is later. Lives that the table does not give are filled in by default and marked as such in life_source; an asset without any year gets no window, and is reported.</source>
        <translation>Maakt van kapitaalgoederen onderhoudswerken: elk is aan de beurt als de levensduur eindigt, gerekend vanaf de aanleg of de laatste vernieuwing als die later is. Een levensduur die niet in de tabel staat wordt standaard ingevuld en zo gemerkt in life_source; een kapitaalgoed zonder enig jaar krijgt geen tijdvenster en wordt gemeld.</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Kapitaalgoederen</translation>
    </message>
    <message>
        <source>What the municipality keeps: pavement, sewers, green, lighting. All fields and geometries are carried along.</source>
        <translation>Wat de gemeente beheert: verharding, riolering, groen, verlichting. Alle velden en geometrieën gaan mee.</translation>
    </message>
    <message>
        <source>Year of construction</source>
        <translation>Jaar van aanleg</translation>
    </message>
    <message>
        <source>A field with the year in which the asset was made: a number, a date or text such as 1987. 0 and 9999 count as unknown.</source>
        <translation>Een veld met het jaar waarin het kapitaalgoed is aangelegd: een getal, een datum of tekst zoals 1987. 0 en 9999 tellen als onbekend.</translation>
    </message>
    <message>
        <source>Year of last maintenance</source>
        <translation>Jaar van laatste onderhoud</translation>
    </message>
    <message>
        <source>A field with the year in which the asset was last renewed; where it is empty, the year of construction counts.</source>
        <translation>Een veld met het jaar van de laatste vernieuwing; waar het leeg is, telt het jaar van aanleg.</translation>
    </message>
    <message>
        <source>Asset class</source>
        <translation>Soort kapitaalgoed</translation>
    </message>
    <message>
        <source>The field that says what kind of asset it is, as named in the table of service lives.</source>
        <translation>Het veld met de soort, zoals die in de tabel met levensduren heet.</translation>
    </message>
    <message>
        <source>Service lives</source>
        <translation>Levensduren</translation>
    </message>
    <message>
        <source>A table with the columns class and life (years). Classes that it does not have get the default.</source>
        <translation>Een tabel met de kolommen class (soort) en life (levensduur in jaren). Soorten die er niet in staan krijgen de standaardlevensduur.</translation>
    </message>
    <message>
        <source>Default service life (years)</source>
        <translation>Standaardlevensduur (jaren)</translation>
    </message>
    <message>
        <source>For classes that the table does not have; marked in life_source as default.</source>
        <translation>Voor soorten die niet in de tabel staan; in life_source gemerkt als default.</translation>
    </message>
    <message>
        <source>May be done earlier (years)</source>
        <translation>Mag eerder (jaren)</translation>
    </message>
    <message>
        <source>How many years before the end of its life an asset may be replaced.</source>
        <translation>Hoeveel jaar vóór het einde van de levensduur een kapitaalgoed vervangen mag worden.</translation>
    </message>
    <message>
        <source>May be done later (years)</source>
        <translation>Mag later (jaren)</translation>
    </message>
    <message>
        <source>How many years a replacement may be put off.</source>
        <translation>Hoeveel jaar een vervanging uitgesteld mag worden.</translation>
    </message>
    <message>
        <source>First year of the plan</source>
        <translation>Eerste jaar van het plan</translation>
    </message>
    <message>
        <source>Nothing is planned before it. What should have been replaced earlier is due in this year, and marked as overdue.</source>
        <translation>Daarvóór wordt niets gepland. Wat eerder vervangen had moeten worden is in dit jaar aan de beurt en krijgt het merk overdue (achterstallig).</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Onderhoudswerken</translation>
    </message>
    <message>
        <source>The assets with asset_class, year_from and year_to (the window), year_due, overdue, life (years) and life_source: table, default or unknown.</source>
        <translation>De kapitaalgoederen met asset_class (soort), year_from en year_to (het tijdvenster), year_due (jaar waarin het aan de beurt is), overdue (achterstallig), life (levensduur in jaren) en life_source (herkomst van de levensduur): table (uit de tabel), default (standaard) of unknown (onbekend).</translation>
    </message>
    <message>
        <source>Plan works from assets</source>
        <translation>Onderhoudswerken plannen</translation>
    </message>
</context>
<context>
    <name>KoppelkansPlugin</name>
    <message>
        <source>All transition tasks of a city on one map, the maintenance plan laid over it, and works bundled at the best moment</source>
        <translation>Alle opgaven van een stad op één kaart, het onderhoudsplan eroverheen en onderhoudswerken gebundeld op het beste moment</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
</context>
<context>
    <name>KoppelkansRasterLayerSource</name>
    <message>
        <source>layer %1 has no pixels of its own</source>
        <translation>laag %1 heeft zelf geen pixels</translation>
    </message>
    <message>
        <source>layer %1 has no CRS; set it in the layer&apos;s properties</source>
        <translation>laag %1 heeft geen CRS; stel het in bij de laageigenschappen</translation>
    </message>
    <message>
        <source>layer %1 cannot be read</source>
        <translation>laag %1 kan niet worden gelezen</translation>
    </message>
    <message>
        <source>layer %1 cannot be transformed to the CRS of the computation: %2</source>
        <translation>laag %1 kan niet worden getransformeerd naar het CRS van de berekening: %2</translation>
    </message>
</context>
<context>
    <name>KoppelkansReplacement</name>
    <message>
        <source>%1 cannot be put back: %2. What stood there is kept as %3</source>
        <translation>%1 kan niet worden teruggezet: %2. Wat daar stond, is bewaard als %3</translation>
    </message>
</context>
<context>
    <name>KoppelkansResultFiles</name>
    <message>
        <source>%1 would replace %2, which layer %3 is read from; choose another file</source>
        <translation>%1 zou %2 vervangen, waaruit laag %3 wordt gelezen; kies een ander bestand</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2 is read-only</source>
        <translation>%1 kan niet worden geschreven: %2 is alleen-lezen</translation>
    </message>
    <message>
        <source>%1 cannot be written in %2: %3</source>
        <translation>%1 kan niet worden geschreven in %2: %3</translation>
    </message>
    <message>
        <source>%1 cannot be put in place: %2</source>
        <translation>%1 kan niet op zijn plaats worden gezet: %2</translation>
    </message>
    <message>
        <source>%1 could not be written whole to %2: %3</source>
        <translation>%1 kon niet volledig naar %2 worden geschreven: %3</translation>
    </message>
    <message>
        <source>%1 and %2 cannot both be written to %3</source>
        <translation>%1 en %2 kunnen niet allebei naar %3 worden geschreven</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2 is a folder</source>
        <translation>%1 kan niet worden geschreven: %2 is een map</translation>
    </message>
    <message>
        <source>%1 cannot be written: another program is writing in %2</source>
        <translation>%1 kan niet worden geschreven: een ander programma schrijft in %2</translation>
    </message>
    <message>
        <source>%1 cannot be written to %2: %3</source>
        <translation>%1 kan niet naar %2 worden geschreven: %3</translation>
    </message>
    <message>
        <source>%1 could not be written whole to %2; is the disk full?</source>
        <translation>%1 kon niet volledig naar %2 worden geschreven; is de schijf vol?</translation>
    </message>
</context>
<context>
    <name>KoppelkansScoreDistrictsAlgorithm</name>
    <message>
        <source>districts,neighbourhoods,score,rank,index,composite indicator,multi-criteria,weights,topsis,owa,share,themes</source>
        <translation>wijken,buurten,score,rang,index,samengestelde indicator,multicriteria,gewichten,topsis,owa,aandeel,opgaven</translation>
    </message>
    <message>
        <source>Reads each district by what is particular to it: the exact share (or mean) of every theme in it, made comparable, weighted and summed to a score. Each score comes with what every theme contributes to it, its rank, the ranks it could get if the weights were up to a quarter different, and each theme&apos;s specificity: its share in the district over its share in all districts.</source>
        <translation>Leest elke wijk naar wat haar eigen is: het exacte aandeel (of gemiddelde) van elke opgave in de wijk, vergelijkbaar gemaakt, gewogen en samengevat in een score. Bij elke score staan de bijdrage van elke opgave, de rang, de rangen die mogelijk zijn als de gewichten tot een kwart anders zijn, en de specificiteit van elke opgave: haar aandeel in de wijk gedeeld door haar aandeel in alle wijken.</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Wijken</translation>
    </message>
    <message>
        <source>The units to compare: neighbourhoods, districts, catchments. All fields and geometries are carried along.</source>
        <translation>De gebieden om te vergelijken: buurten, wijken, stroomgebieden. Alle velden en geometrieën gaan mee.</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Opgaven</translation>
    </message>
    <message>
        <source>One layer a theme. Polygons count by the share of the district that they cover, or by the mean of a field named in the settings; lines by metres per hectare; points by number per hectare; rasters by the mean of their first band.</source>
        <translation>Eén laag per opgave. Polygonen tellen met het deel van de wijk dat ze bedekken, of met het gemiddelde van een veld uit de instellingen; lijnen tellen in meters per hectare, punten in aantal per hectare, rasters met het gemiddelde van hun eerste band.</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicatoren</translation>
    </message>
    <message>
        <source>Fields of the districts with a number each, which count like themes.</source>
        <translation>Velden van de wijken met elk een getal, die meetellen als opgaven.</translation>
    </message>
    <message>
        <source>Theme settings</source>
        <translation>Instellingen van opgaven</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normalisatie</translation>
    </message>
    <message>
        <source>How values in different units are made comparable: none, absolute (between the bounds of the settings), minmax (between the lowest and the highest district), zscore, rank or vector.</source>
        <translation>Hoe waarden in verschillende eenheden vergelijkbaar worden: none (niet), absolute (tussen de grenzen uit de instellingen), minmax (tussen de laagste en de hoogste wijk), zscore (z-score), rank (rang) of vector (gedeeld door de vectorlengte).</translation>
    </message>
    <message>
        <source>Aggregation</source>
        <translation>Aggregatie</translation>
    </message>
    <message>
        <source>How needs become one score: weighted_mean, geometric_mean, mazziotta_pareto (uneven districts are marked down), topsis (closeness to the ideal) or owa (needs sorted and weighted by their place).</source>
        <translation>Hoe de opgaven samen één score worden: weighted_mean (gewogen gemiddelde), geometric_mean (meetkundig gemiddelde), mazziotta_pareto (onevenwichtige wijken scoren lager), topsis (nabijheid tot het ideaal) of owa (opgaven van groot naar klein, gewogen naar hun plaats).</translation>
    </message>
    <message>
        <source>Penalty for unevenness</source>
        <translation>Correctie voor onevenwichtigheid</translation>
    </message>
    <message>
        <source>For mazziotta_pareto: minus or plus.</source>
        <translation>Voor mazziotta_pareto: minus (score omlaag) of plus (score omhoog).</translation>
    </message>
    <message>
        <source>Order weights</source>
        <translation>Volgordegewichten</translation>
    </message>
    <message>
        <source>For owa: numbers separated by commas, the first for the greatest need.</source>
        <translation>Voor owa: getallen gescheiden door komma&apos;s, het eerste voor de grootste opgave. Decimalen met een punt.</translation>
    </message>
    <message>
        <source>District scores</source>
        <translation>Wijkscores</translation>
    </message>
    <message>
        <source>The districts with score, rank (1 is the highest score), rank_low and rank_high (best and worst rank under changed weights) and, for each theme or indicator, _share (its value), _part (what it contributes to the score) and _specificity.</source>
        <translation>De wijken met score, rank (rang, 1 is de hoogste score), rank_low en rank_high (beste en slechtste rang bij andere gewichten) en, per opgave of indicator, _share (de waarde), _part (de bijdrage aan de score) en _specificity (de specificiteit).</translation>
    </message>
    <message>
        <source>Order weights: “%1” is not a number</source>
        <translation>Volgordegewichten: “%1” is geen getal</translation>
    </message>
    <message>
        <source>Choose themes, indicators or both: there is nothing to score the districts by</source>
        <translation>Kies opgaven, indicatoren of beide: er is niets om de wijken op te scoren</translation>
    </message>
    <message>
        <source>Score districts</source>
        <translation>Wijken scoren</translation>
    </message>
    <message>
        <source>A table with the columns theme (a layer&apos;s or indicator&apos;s name), weight, lower, upper, threshold, direction (more_is_worse or less_is_worse), field, filter (an expression that chooses features) and extent (where the theme was mapped: x0,x1,y0,y1 or a file of polygons; elsewhere there is no data). All but theme are optional; what is missing is filled in and listed among the findings.</source>
        <translation>Een tabel met de kolommen theme (naam van een laag of indicator), weight (gewicht), lower en upper (onder- en bovengrens), threshold (drempel), direction (more_is_worse: meer is erger, of less_is_worse: minder is erger), field (veld), filter (een expressie die objecten kiest) en extent (waar de opgave in kaart is gebracht: x0,x1,y0,y1 of een bestand met vlakken; daarbuiten zijn er geen gegevens). Alleen theme is verplicht; wat ontbreekt wordt ingevuld en staat bij de bevindingen.</translation>
    </message>
</context>
<context>
    <name>KoppelkansSettingsTable</name>
    <message>
        <source>table %1 has no column theme</source>
        <translation>tabel %1 heeft geen kolom theme</translation>
    </message>
</context>
<context>
    <name>KoppelkansStackLayersAlgorithm</name>
    <message>
        <source>themes,overlap,stack,transition,grid,cells,hexagons,coverage,multi-criteria,suitability,interlock</source>
        <translation>opgaven,opgavenkaart,overlap,stapelen,transitie,grid,cellen,zeshoeken,bedekking,multicriteria,geschiktheid,verknoping</translation>
    </message>
    <message>
        <source>Puts all transition tasks of a city (themes) on one grid and counts, cell by cell, how many of them ask for something there. Areas are exact, also where a theme&apos;s own polygons overlap; no data is kept apart from zero.</source>
        <translation>Legt alle opgaven van een stad op één grid en telt per cel hoeveel ervan daar iets vragen. Oppervlakten zijn exact, ook waar polygonen van één opgave elkaar overlappen; geen gegevens is iets anders dan nul.</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Opgaven</translation>
    </message>
    <message>
        <source>One layer a theme. Polygons count by the share of each cell that they cover, or by the mean of a field named in the settings; lines by metres per hectare; points by number per hectare; rasters by the mean of their first band.</source>
        <translation>Eén laag per opgave. Polygonen tellen met het deel van elke cel dat ze bedekken, of met het gemiddelde van een veld uit de instellingen; lijnen tellen in meters per hectare, punten in aantal per hectare, rasters met het gemiddelde van hun eerste band.</translation>
    </message>
    <message>
        <source>Theme settings</source>
        <translation>Instellingen van opgaven</translation>
    </message>
    <message>
        <source>Cell size (metres)</source>
        <translation>Celgrootte (meters)</translation>
    </message>
    <message>
        <source>The side of a square, or the height of a hexagon. Corners of squares lie on multiples of it, so that grids of one size fit together.</source>
        <translation>De zijde van een vierkant of de hoogte van een zeshoek. Hoekpunten van vierkanten liggen op veelvouden ervan, zodat grids met dezelfde celgrootte op elkaar aansluiten.</translation>
    </message>
    <message>
        <source>Cell shape</source>
        <translation>Celvorm</translation>
    </message>
    <message>
        <source>Squares (square) or hexagons (hexagon).</source>
        <translation>Vierkanten (square) of zeshoeken (hexagon).</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Bereik</translation>
    </message>
    <message>
        <source>Stack of themes</source>
        <translation>Opgavenkaart</translation>
    </message>
    <message>
        <source>The cells: cell_id, for each theme its measured value, overlap_count (the number of themes whose need reaches the threshold) and overlap_index (the weighted mean of the needs, 0 to 1).</source>
        <translation>De cellen: cell_id, per opgave de gemeten waarde, overlap_count (het aantal opgaven dat de drempel haalt) en overlap_index (hoe groot de opgaven gewogen gemiddeld zijn, 0 tot 1).</translation>
    </message>
    <message>
        <source>Stack of themes as a raster</source>
        <translation>Opgavenkaart als raster</translation>
    </message>
    <message>
        <source>The same as a GeoTIFF, a band a theme and two for overlap_count and overlap_index; squares only.</source>
        <translation>Hetzelfde als GeoTIFF: één band per opgave en twee voor overlap_count en overlap_index; alleen met vierkanten.</translation>
    </message>
    <message>
        <source>Interlocks</source>
        <translation>Verknopingen</translation>
    </message>
    <message>
        <source>For each pair of themes: area_both (m² where both reach their threshold), jaccard (that area over the area of either) and lift (how many times more often they fall together than by chance).</source>
        <translation>Voor elk paar opgaven: area_both (m² waar beide hun drempel halen), jaccard (dat oppervlak gedeeld door het oppervlak waar minstens één haar drempel haalt) en lift (hoeveel keer vaker ze samenvallen dan bij toeval).</translation>
    </message>
    <message>
        <source>There are no themes to stack</source>
        <translation>Er zijn geen opgaven om te stapelen</translation>
    </message>
    <message>
        <source>Stack themes</source>
        <translation>Opgaven stapelen</translation>
    </message>
    <message>
        <source>A raster cannot hold hexagons: choose square cells, or leave out the raster</source>
        <translation>Een raster kan geen zeshoeken bevatten: kies vierkante cellen, of laat het raster weg</translation>
    </message>
    <message>
        <source>The extent is empty: %1. Leave it out to cover everything that the themes hold</source>
        <translation>Het bereik is leeg: %1. Laat het weg om alles te bedekken wat de opgaven bevatten</translation>
    </message>
    <message>
        <source>The mask %1 holds no polygons</source>
        <translation>Het masker %1 bevat geen vlakken</translation>
    </message>
    <message>
        <source>A table with the columns theme (the layer&apos;s name), weight, lower, upper, threshold, direction (more_is_worse or less_is_worse), field, filter (an expression that chooses features) and extent (where the theme was mapped: x0,x1,y0,y1 or a file of polygons; elsewhere there is no data). All but theme are optional; what is missing is filled in (weight 1, threshold 0.5, more_is_worse, bounds 0 and 1 for coverage and the smallest and largest value for all else) and listed among the findings.</source>
        <translation>Een tabel met de kolommen theme (de naam van de laag), weight (gewicht), lower (ondergrens), upper (bovengrens), threshold (drempel), direction (more_is_worse of less_is_worse), field (veld), filter (een expressie die objecten kiest) en extent (waar de opgave in kaart is gebracht: x0,x1,y0,y1 of een bestand met vlakken; daarbuiten zijn er geen gegevens). Alles behalve theme mag ontbreken; wat ontbreekt wordt ingevuld (gewicht 1, drempel 0,5, more_is_worse, grenzen 0 en 1 voor bedekking en de kleinste en grootste waarde voor al het andere) en staat bij de bevindingen.</translation>
    </message>
    <message>
        <source>What to cover with cells. If left out: the mask or, without one, everything that the themes hold.</source>
        <translation>Wat met cellen wordt bedekt. Bij weglaten: het masker of, zonder masker, alles wat de opgaven bevatten.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masker</translation>
    </message>
    <message>
        <source>The area that matters, such as the municipality: only cells that meet it are kept, whole.</source>
        <translation>Het gebied waar het om gaat, zoals de gemeente: alleen cellen die het raken blijven over, in hun geheel.</translation>
    </message>
    <message>
        <source>Leave out empty cells</source>
        <translation>Lege cellen weglaten</translation>
    </message>
    <message>
        <source>Leaves cells out of the stack of themes in which no theme has anything. The raster keeps them.</source>
        <translation>Laat cellen waarin geen enkele opgave iets heeft weg uit de opgavenkaart. Het raster houdt ze.</translation>
    </message>
    <message>
        <source>Picture of interlocks</source>
        <translation>Afbeelding van de verknopingen</translation>
    </message>
    <message>
        <source>The interlocks as a matrix to print: below the diagonal the shared part of the ground of either theme, above it how many times more often than by chance they fall together.</source>
        <translation>De verknopingen als matrix om af te drukken: onder de diagonaal het gedeelde deel van de grond van beide opgaven, erboven hoeveel keer vaker dan bij toeval ze samenvallen.</translation>
    </message>
</context>
<context>
    <name>KoppelkansThemeLayers</name>
    <message>
        <source>layer %1 is neither a vector nor a raster layer</source>
        <translation>laag %1 is geen vectorlaag en geen rasterlaag</translation>
    </message>
    <message>
        <source>theme %1: the extent %2 is neither a rectangle (x0,x1,y0,y1 [EPSG:28992]) nor a layer of polygons</source>
        <translation>opgave %1: het gebied %2 is geen rechthoek (x0,x1,y0,y1 [EPSG:28992]) en geen laag met vlakken</translation>
    </message>
</context>
<context>
    <name>KoppelkansTimelinePicture</name>
    <message>
        <source>€ %1 million</source>
        <translation>€ %1 miljoen</translation>
    </message>
    <message>
        <source>Bundles by district and year</source>
        <translation>Bundels per wijk en jaar</translation>
    </message>
    <message>
        <source>Each bar is a bundle with its bundle_id, coloured by what it saves of the cost apart</source>
        <translation>Elke balk is een bundel met zijn bundle_id; de kleur zegt hoeveel van de kosten apart het bespaart</translation>
    </message>
    <message>
        <source>%1% or more</source>
        <translation>%1% of meer</translation>
    </message>
    <message>
        <source>%1 to %2%</source>
        <translation>%1 tot %2%</translation>
    </message>
    <message>
        <source>Cost per year</source>
        <translation>Kosten per jaar</translation>
    </message>
    <message>
        <source>before: each work on its own in its planned year</source>
        <translation>vooraf: elk werk apart in zijn geplande jaar</translation>
    </message>
    <message>
        <source>after: as planned</source>
        <translation>achteraf: volgens het plan</translation>
    </message>
</context>
<context>
    <name>KoppelkansVerdictText</name>
    <message>
        <source>What carrying out its works together saves is not known.</source>
        <translation>Wat samen uitvoeren bespaart is niet bekend.</translation>
    </message>
    <message>
        <source>Together its works cost %1 more than apart.</source>
        <translation>Samen uitvoeren kost %1 meer dan apart.</translation>
    </message>
    <message>
        <source>Together its works save nothing.</source>
        <translation>Samen uitvoeren bespaart niets.</translation>
    </message>
    <message>
        <source>%1 (%2 of what they cost apart)</source>
        <translation>%1 (%2 van de kosten apart)</translation>
    </message>
    <message>
        <source>Together its works save %1.</source>
        <translation>Samen uitvoeren bespaart %1.</translation>
    </message>
    <message>
        <source>Together its works save %1, where more than %2 is asked.</source>
        <translation>Samen uitvoeren bespaart %1, waar meer dan %2 is gevraagd.</translation>
    </message>
    <message>
        <source>On its ground it carries %1.</source>
        <translation>Op deze grond draagt de bundel %1.</translation>
    </message>
    <message>
        <source>It carries no theme: none is urgent on its ground.</source>
        <translation>De bundel draagt geen opgave: op deze grond is er geen dringend.</translation>
    </message>
    <message>
        <source>It carries no theme: %1 is urgent on %2 of its ground, but its year lies outside the horizon (%3).</source>
        <translation>De bundel draagt geen opgave: %1 is dringend op %2 van de grond, maar het jaar valt buiten de horizon (%3).</translation>
    </message>
    <message>
        <source>It is not known to carry a theme: of %1 there are no data on %2 of its ground.</source>
        <translation>Niet bekend is of de bundel een opgave draagt: van %1 ontbreken gegevens op %2 van de grond.</translation>
    </message>
    <message>
        <source>It carries no theme: %1 comes nearest, urgent on %2 of its ground where %3 is asked.</source>
        <translation>De bundel draagt geen opgave: %1 komt het dichtst in de buurt, dringend op %2 van de grond waar %3 is gevraagd.</translation>
    </message>
    <message>
        <source>Not worth it.</source>
        <translation>Niet de moeite waard.</translation>
    </message>
    <message>
        <source>Left out: its year is not known.</source>
        <translation>Valt af: het jaar is niet bekend.</translation>
    </message>
    <message>
        <source>Left out: it has no geometry that can be used.</source>
        <translation>Valt af: er is geen bruikbare geometrie.</translation>
    </message>
</context>
<context>
    <name>KoppelkansWorkCosts</name>
    <message>
        <source>, prices of %1 as in %2</source>
        <translation>, prijspeil %1, gebracht naar %2</translation>
    </message>
    <message>
        <source>, prices of %1</source>
        <translation>, prijspeil %1</translation>
    </message>
    <message>
        <source>%1 euro (%2 %3 × %4 euro%5)</source>
        <translation>%1 euro (%2 %3 × %4 euro%5)</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>de kosten</translation>
    </message>
</context>
<context>
    <name>KoppelkansWorkingCrs</name>
    <message>
        <source>Choose a projected CRS in metres under “CRS of the computation”, such as EPSG:28992 (Amersfoort / RD New) for the Netherlands or EPSG:31370 (Belgian Lambert 72) for Flanders.</source>
        <translation>Kies bij “CRS van de berekening” een geprojecteerd CRS in meters, zoals EPSG:28992 (Amersfoort / RD New) voor Nederland of EPSG:31370 (Belgian Lambert 72) voor Vlaanderen.</translation>
    </message>
    <message>
        <source>There is no CRS to compute in. %1</source>
        <translation>Er is geen CRS om in te rekenen. %1</translation>
    </message>
    <message>
        <source>%1 is a geographic CRS, in degrees: areas and lengths cannot be computed in it. %2</source>
        <translation>%1 is een geografisch CRS, in graden: oppervlakten en lengten zijn daarin niet te berekenen. %2</translation>
    </message>
    <message>
        <source>%1 is not in metres. %2</source>
        <translation>%1 is niet in meters. %2</translation>
    </message>
    <message>
        <source>There is no CRS called “%1”. %2</source>
        <translation>Er is geen CRS met de naam “%1”. %2</translation>
    </message>
</context>
<context>
    <name>KoppelkansWorksReader</name>
    <message>
        <source>layer %1 holds no work that can be planned; see the findings</source>
        <translation>laag %1 bevat geen werk dat gepland kan worden; zie de bevindingen</translation>
    </message>
</context>
<context>
    <name>koppelkans::KoppelkansProvider</name>
    <message>
        <source>Koppelkans: maintenance as a chance for transitions</source>
        <translation>Koppelkans: onderhoud als kans voor transities</translation>
    </message>
</context>
</TS>
