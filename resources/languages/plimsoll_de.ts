<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>plimsoll</name>
  <message>
   <source>&amp;Channels</source>
   <translation>&amp;Kanäle</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Stock</source>
   <translation>Be&amp;stand</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>({shown} packs shown + {sold} sold and not sent) × {pieces} = {on_hand} on hand</source>
   <translation>({shown} Packungen gezeigt + {sold} verkauft, nicht versendet) × {pieces} = {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>, {used} of {limit} used</source>
   <translation>, {used} von {limit} genutzt</translation>
  </message>
  <message>
   <source>0 to 100</source>
   <translation>0 bis 100</translation>
  </message>
  <message>
   <source>0 to {most}.</source>
   <translation>0 bis {most}.</translation>
  </message>
  <message>
   <source>1 available: shown nowhere until you are back</source>
   <translation>1 verfügbar: nirgends angezeigt, bis Sie zurück sind</translation>
  </message>
  <message>
   <source>1 before 2: what was counted is there</source>
   <translation>1 vor 2: Was gezählt wurde, ist da</translation>
  </message>
  <message>
   <source>1 or more</source>
   <translation>1 oder mehr</translation>
  </message>
  <message>
   <source>1 s</source>
   <translation>1 s</translation>
  </message>
  <message>
   <source>100 to read, 100 to write. An error in one row does not stop the others.</source>
   <translation>100 lesend, 100 schreibend. Ein Fehler in einer Zeile hält die anderen nicht auf.</translation>
  </message>
  <message>
   <source>2 and 4 agree</source>
   <translation>2 und 4 stimmen überein</translation>
  </message>
  <message>
   <source>2 and 4 came to agree</source>
   <translation>2 und 4 stimmen wieder überein</translation>
  </message>
  <message>
   <source>2 before 4: our number was sent again</source>
   <translation>2 vor 4: Unsere Zahl wurde neu gesendet</translation>
  </message>
  <message>
   <source>2 before 4: settled when you went live</source>
   <translation>2 vor 4: erledigt, als Sie live schalteten</translation>
  </message>
  <message>
   <source>2 before 4: the ledger decides</source>
   <translation>2 vor 4: Das Journal entscheidet</translation>
  </message>
  <message>
   <source>2 before 4: the listing is no longer there</source>
   <translation>2 vor 4: Das Angebot ist nicht mehr da</translation>
  </message>
  <message>
   <source>24 h</source>
   <translation>24 h</translation>
  </message>
  <message>
   <source>2: the ledger stays as it is</source>
   <translation>2: Das Journal bleibt, wie es ist</translation>
  </message>
  <message>
   <source>3: an order is a fact, and an incident was opened</source>
   <translation>3: Eine Bestellung ist eine Tatsache, und ein Vorfall wurde eröffnet</translation>
  </message>
  <message>
   <source>7 answered for you, 1 is yours</source>
   <translation>7 für Sie beantwortet, 1 ist Ihre</translation>
  </message>
  <message>
   <source>7 of 8 answered</source>
   <translation>7 von 8 beantwortet</translation>
  </message>
  <message>
   <source>8 answered</source>
   <translation>8 beantwortet</translation>
  </message>
  <message>
   <source>8 of 8 answered</source>
   <translation>8 von 8 beantwortet</translation>
  </message>
  <message numerus="yes">
   <source>95 % of the newest {n} sales were known within it. The other shops learn of them only then.</source>
   <extracomment>95 % of the newest {n} sale were known within it. The other shops learn of it only then.</extracomment>
   <translation>
    <numerusform>95 % von {n} Verkauf waren so schnell bekannt. Die anderen Shops erfahren erst dann davon.</numerusform>
    <numerusform>95 % der neuesten {n} Verkäufe waren so schnell bekannt. Die anderen Shops erfahren erst dann davon.</numerusform>
   </translation>
  </message>
  <message>
   <source>&lt; {edge}</source>
   <translation>&lt; {edge}</translation>
  </message>
  <message>
   <source>=</source>
   <translation>=</translation>
  </message>
  <message>
   <source>A CSV or Excel file with SKUs and amounts. You check the result before it counts.</source>
   <translation>Eine CSV- oder Excel-Datei mit SKUs und Mengen. Sie prüfen das Ergebnis, bevor es gilt.</translation>
  </message>
  <message>
   <source>A backup was put back after you asked for it. Look at the order, and ask again if it was not done.</source>
   <translation>Seit Ihrem Auftrag wurde eine Sicherung wiederhergestellt. Sehen Sie die Bestellung an; geschah es nicht, verlangen Sie es neu.</translation>
  </message>
  <message>
   <source>A bad one</source>
   <translation>Eine schlechte</translation>
  </message>
  <message>
   <source>A bucket of points for each app and shop. It fills by 100 points a second on Standard plans, 200 on Advanced, 1,000 on Plus and 2,000 on Enterprise. One question may cost 1,000 at most. Shopify may lower this for a while.</source>
   <translation>Ein Punktekonto für jede App und jeden Shop. Es füllt sich um 100 Punkte je Sekunde bei Standard, 200 bei Advanced, 1.000 bei Plus und 2.000 bei Enterprise. Eine Anfrage darf höchstens 1.000 kosten. Shopify kann das zeitweise senken.</translation>
  </message>
  <message>
   <source>A bundle follows its parts: choose one of these.</source>
   <translation>Ein Set folgt seinen Teilen: Wählen Sie eines davon.</translation>
  </message>
  <message>
   <source>A bundle follows its parts: its number on hand is not read</source>
   <translation>Ein Set folgt seinen Teilen: Seine vorhandene Zahl wird nicht gelesen</translation>
  </message>
  <message>
   <source>A bundle has no stock of its own. Adjust the part that changed.</source>
   <translation>Ein Set hat keinen eigenen Bestand. Korrigieren Sie das Teil, das sich geändert hat.</translation>
  </message>
  <message>
   <source>A bundle has no stock of its own: selling one takes its parts off the shelf.</source>
   <translation>Ein Set hat keinen eigenen Bestand: Ein Verkauf nimmt seine Teile aus dem Regal.</translation>
  </message>
  <message>
   <source>A bundle has no stock of its own: whether it is shared or split, and who gets the last pieces, is decided for its parts.</source>
   <translation>Ein Set hat keinen eigenen Bestand: Ob gemeinsam oder aufgeteilt, und wer die letzten Stücke bekommt, entscheidet sich bei seinen Teilen.</translation>
  </message>
  <message numerus="yes">
   <source>A bundle of {n} parts.</source>
   <extracomment>A bundle of {n} part.</extracomment>
   <translation>
    <numerusform>Ein Set aus {n} Teil.</numerusform>
    <numerusform>Ein Set aus {n} Teilen.</numerusform>
   </translation>
  </message>
  <message>
   <source>A bundle: it follows its parts</source>
   <translation>Ein Set: Es folgt seinen Teilen</translation>
  </message>
  <message>
   <source>A cache that holds old stock back lets buyers buy what is gone. Nobody has looked for one yet.</source>
   <translation>Ein Cache, der alten Bestand zeigt, lässt Käufer kaufen, was weg ist. Noch hat niemand nach einem gesucht.</translation>
  </message>
  <message>
   <source>A cancellation alone is not one. It hurts when the buyer opens a case or leaves a low review.</source>
   <translation>Eine Stornierung allein ist keiner. Sie schadet, wenn der Käufer einen Fall eröffnet oder schlecht bewertet.</translation>
  </message>
  <message>
   <source>A cancellation counts for nothing by itself. A case or a low review does.</source>
   <translation>Eine Stornierung allein zählt nicht. Ein Fall oder eine schlechte Bewertung schon.</translation>
  </message>
  <message>
   <source>A cart reserves nothing. Orders made by other apps may leave your stock untouched.</source>
   <translation>Ein Warenkorb reserviert nichts. Bestellungen aus anderen Apps lassen Ihren Bestand womöglich unberührt.</translation>
  </message>
  <message>
   <source>A channel fails</source>
   <translation>Ein Kanal ist gestört</translation>
  </message>
  <message>
   <source>A channel has not confirmed an update for so many minutes.</source>
   <translation>Ein Kanal hat eine Änderung so viele Minuten lang nicht bestätigt.</translation>
  </message>
  <message>
   <source>A channel is silent</source>
   <translation>Ein Kanal schweigt</translation>
  </message>
  <message>
   <source>A channel refused an update of a product that you watch, or has not confirmed it for a minute.</source>
   <translation>Ein Kanal hat die Änderung eines beobachteten Produkts abgelehnt oder eine Minute lang nicht bestätigt.</translation>
  </message>
  <message>
   <source>A channel shows a number that nobody of us wrote.</source>
   <translation>Ein Kanal zeigt eine Zahl, die keiner von uns geschrieben hat.</translation>
  </message>
  <message>
   <source>A channel that was removed</source>
   <translation>Ein entfernter Kanal</translation>
  </message>
  <message>
   <source>A checked copy of your inventory. Plimsoll makes one each hour in which something is booked, and one each day. Older ones are thinned out: a day of them by the hour, two weeks by the day, two months by the week.</source>
   <translation>Eine geprüfte Kopie Ihres Bestands. Plimsoll macht eine in jeder Stunde mit Buchungen und eine pro Tag. Ältere werden ausgedünnt: einen Tag lang stündlich, zwei Wochen täglich, zwei Monate wöchentlich.</translation>
  </message>
  <message>
   <source>A code holds for 15 minutes and once. Let the relay show a new one with “plimsoll-relay pair”.</source>
   <translation>Ein Code gilt 15 Minuten und einmal. Lassen Sie das Relay mit „plimsoll-relay pair“ einen neuen zeigen.</translation>
  </message>
  <message>
   <source>A count on {day} found {n}, the ledger said {said}.</source>
   <translation>Eine Zählung ({day}) ergab {n}, das Journal sagte {said}.</translation>
  </message>
  <message>
   <source>A count walks the places in this order. Put a semicolon between two of them, and the shelf first: “Shelf A, bay 1; Back room”.</source>
   <translation>Eine Zählung geht die Plätze in dieser Reihenfolge ab. Trennen Sie zwei davon mit Semikolon, das Regal zuerst: „Regal A, Fach 1; Hinterzimmer“.</translation>
  </message>
  <message>
   <source>A custom item, or one that the shop no longer lists: its stock is not counted.</source>
   <translation>Ein benutzerdefinierter Artikel oder einer, den der Shop nicht mehr anbietet: Sein Bestand wird nicht geführt.</translation>
  </message>
  <message>
   <source>A customer sent it back</source>
   <translation>Ein Kunde hat es zurückgeschickt</translation>
  </message>
  <message>
   <source>A date is missing.</source>
   <translation>Ein Datum fehlt.</translation>
  </message>
  <message>
   <source>A delivery came in</source>
   <translation>Eine Lieferung kam an</translation>
  </message>
  <message>
   <source>A draft there</source>
   <translation>Dort ein Entwurf</translation>
  </message>
  <message>
   <source>A firewall or security plugin may be in the way. Plimsoll tries again by itself.</source>
   <translation>Vielleicht steht eine Firewall oder ein Sicherheits-Plugin im Weg. Plimsoll versucht es von selbst erneut.</translation>
  </message>
  <message>
   <source>A full count, shelf by shelf</source>
   <translation>Eine volle Zählung, Regal für Regal</translation>
  </message>
  <message>
   <source>A good one</source>
   <translation>Eine gute</translation>
  </message>
  <message>
   <source>A key that Etsy needs is missing or damaged.</source>
   <translation>Ein Schlüssel, den Etsy braucht, fehlt oder ist beschädigt.</translation>
  </message>
  <message>
   <source>A key that Shopify needs is missing or damaged.</source>
   <translation>Ein Schlüssel, den Shopify braucht, fehlt oder ist beschädigt.</translation>
  </message>
  <message>
   <source>A limit is a whole number from 1 to {most}.</source>
   <translation>Eine Grenze ist eine ganze Zahl von 1 bis {most}.</translation>
  </message>
  <message>
   <source>A listing’s whole set of products is written at once, and 0 is refused: a listing that has nothing left is taken off sale instead.</source>
   <translation>Alle Produkte eines Angebots werden auf einmal geschrieben, und 0 wird abgelehnt: Ist nichts mehr übrig, wird das Angebot stattdessen aus dem Verkauf genommen.</translation>
  </message>
  <message>
   <source>A mail address is one line.</source>
   <translation>Eine Mailadresse ist eine einzige Zeile.</translation>
  </message>
  <message>
   <source>A market stall, or any place without a connection: you enter what was sold there.</source>
   <translation>Ein Marktstand oder ein anderer Ort ohne Verbindung: Sie tragen ein, was dort verkauft wurde.</translation>
  </message>
  <message>
   <source>A more serious alert says it already: “{alert}”.</source>
   <translation>Ein ernsterer Hinweis sagt es schon: „{alert}“.</translation>
  </message>
  <message>
   <source>A new place…</source>
   <translation>Neuer Ort…</translation>
  </message>
  <message>
   <source>A note to keep with it</source>
   <translation>Eine Notiz dazu</translation>
  </message>
  <message>
   <source>A number</source>
   <translation>Eine Zahl</translation>
  </message>
  <message>
   <source>A number alone sells nothing. Type 3* and scan.</source>
   <translation>Eine Zahl allein verkauft nichts. Tippen Sie 3*, und scannen Sie.</translation>
  </message>
  <message>
   <source>A number of a channel stands instead of the one for every channel, or on top of it. A product’s own number, in its offer rules, stands above both. An empty field follows what is set elsewhere.</source>
   <translation>Eine Zahl eines Kanals gilt statt der für alle Kanäle oder zusätzlich. Die eigene Zahl eines Produkts in seinen Anzeigeregeln geht beiden vor. Ein leeres Feld folgt dem, was anderswo gilt.</translation>
  </message>
  <message>
   <source>A physical count that has just been confirmed</source>
   <translation>Eine eben bestätigte Zählung</translation>
  </message>
  <message>
   <source>A piece that a draft reserves leaves Shopify’s number without an order: here it is an outside edit.</source>
   <translation>Ein Stück, das ein Entwurf reserviert, geht ohne Bestellung von Shopifys Zahl ab: hier ist das eine fremde Änderung.</translation>
  </message>
  <message>
   <source>A place kept by hand</source>
   <translation>Ein von Hand geführter Ort</translation>
  </message>
  <message>
   <source>A quick look whether that is true</source>
   <translation>Ein kurzer Blick, ob das stimmt</translation>
  </message>
  <message>
   <source>A reason is missing.</source>
   <translation>Ein Grund fehlt.</translation>
  </message>
  <message>
   <source>A relay is paired already.</source>
   <translation>Ein Relay ist schon gekoppelt.</translation>
  </message>
  <message>
   <source>A sale is heard of within a minute while the computer is on.</source>
   <translation>Ein Verkauf ist binnen einer Minute bekannt, solange der Computer an ist.</translation>
  </message>
  <message>
   <source>A sale may reach the shop’s own number late. Hiding a piece leaves room for the one that is on its way.</source>
   <translation>Ein Verkauf kann die Zahl des Shops spät erreichen. Ein verborgenes Stück lässt Platz für das, das unterwegs ist.</translation>
  </message>
  <message>
   <source>A sale needs at least one piece.</source>
   <translation>Ein Verkauf braucht mindestens ein Stück.</translation>
  </message>
  <message>
   <source>A screenful up or down</source>
   <translation>Eine Seite auf oder ab</translation>
  </message>
  <message numerus="yes">
   <source>A second master: numbers at {shop} were replaced {n} times in the last 24 hours.</source>
   <extracomment>A second master: numbers at {shop} were replaced {n} time in the last 24 hours.</extracomment>
   <translation>
    <numerusform>Eine zweite Bestandsführung: Zahlen bei {shop} wurden in den letzten 24 Stunden {n} Mal ersetzt.</numerusform>
    <numerusform>Eine zweite Bestandsführung: Zahlen bei {shop} wurden in den letzten 24 Stunden {n} Mal ersetzt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>A second master: {n} changes in 24 h</source>
   <extracomment>A second master: {n} change in 24 h</extracomment>
   <translation>
    <numerusform>Zweite Bestandsführung: {n} Änderung in 24 h</numerusform>
    <numerusform>Zweite Bestandsführung: {n} Änderungen in 24 h</numerusform>
   </translation>
  </message>
  <message>
   <source>A ship that lies in the water exactly up to its Plimsoll mark</source>
   <translation>Ein Schiff, das genau bis zu seiner Plimsoll-Marke im Wasser liegt</translation>
  </message>
  <message>
   <source>A shop that was removed</source>
   <translation>Ein entfernter Shop</translation>
  </message>
  <message>
   <source>A sign-in ends soon</source>
   <translation>Eine Anmeldung endet bald</translation>
  </message>
  <message numerus="yes">
   <source>A small pottery with {n} products, its channels and one oversell to sort out. Nothing leaves this computer.</source>
   <extracomment>A small pottery with {n} product, its channels and one oversell to sort out. Nothing leaves this computer.</extracomment>
   <translation>
    <numerusform>Eine kleine Töpferei mit {n} Produkt, ihren Kanälen und einem Überverkauf zum Klären. Nichts verlässt diesen Computer.</numerusform>
    <numerusform>Eine kleine Töpferei mit {n} Produkten, ihren Kanälen und einem Überverkauf zum Klären. Nichts verlässt diesen Computer.</numerusform>
   </translation>
  </message>
  <message>
   <source>A small program of your own on any host. Your channels call it, it keeps their calls while this computer is off, and Plimsoll fetches them. A sale is then known within seconds. Without it Plimsoll asks your channels itself.</source>
   <translation>Ein kleines eigenes Programm auf einem beliebigen Host. Ihre Kanäle rufen es an, es bewahrt ihre Rufe auf, während dieser Computer aus ist, und Plimsoll holt sie ab. Ein Verkauf ist dann binnen Sekunden bekannt. Ohne Relay fragt Plimsoll Ihre Kanäle selbst.</translation>
  </message>
  <message>
   <source>A sold-out listing is not put back by it.</source>
   <translation>Ein ausverkauftes Angebot kommt dadurch nicht zurück.</translation>
  </message>
  <message>
   <source>A supplier needs a name.</source>
   <translation>Ein Lieferant braucht einen Namen.</translation>
  </message>
  <message>
   <source>A supplier, or your own kiln</source>
   <translation>Ein Lieferant oder Ihr eigener Brennofen</translation>
  </message>
  <message>
   <source>A template needs a name.</source>
   <translation>Eine Vorlage braucht einen Namen.</translation>
  </message>
  <message>
   <source>A test came back {at}, and no message of the channel yet.</source>
   <translation>Ein Test kam zurück ({at}), und noch keine Nachricht des Kanals.</translation>
  </message>
  <message>
   <source>A test is on its way to: {ways}.</source>
   <translation>Ein Test ist unterwegs an: {ways}.</translation>
  </message>
  <message>
   <source>A till (Shopify POS)</source>
   <translation>Eine Kasse (Shopify POS)</translation>
  </message>
  <message>
   <source>A watched update did not get through</source>
   <translation>Eine beobachtete Änderung kam nicht durch</translation>
  </message>
  <message>
   <source>About 5 minutes alone, and 15 with the list of who may change stock.</source>
   <translation>Allein etwa 5 Minuten, 15 mit der Liste, wer Bestand ändern darf.</translation>
  </message>
  <message>
   <source>About Plimsoll</source>
   <translation>Über Plimsoll</translation>
  </message>
  <message>
   <source>About this channel</source>
   <translation>Über diesen Kanal</translation>
  </message>
  <message>
   <source>About {channel}</source>
   <translation>Über {channel}</translation>
  </message>
  <message>
   <source>Above its floor again.</source>
   <translation>Wieder über dem Mindestbestand.</translation>
  </message>
  <message>
   <source>Above its floor: put back</source>
   <translation>Über Mindestbestand: wiederherstellen</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Accept all</source>
   <translation>Alle annehmen</translation>
  </message>
  <message>
   <source>Accept all: {group}</source>
   <translation>Alle annehmen: {group}</translation>
  </message>
  <message>
   <source>Access taken back {at}</source>
   <translation>Zugriff entzogen {at}</translation>
  </message>
  <message>
   <source>Acting on a floor alert</source>
   <translation>Auf den Hinweis hin handeln</translation>
  </message>
  <message>
   <source>Actions</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Add a product</source>
   <translation>Produkt hinzufügen</translation>
  </message>
  <message>
   <source>Add a product…</source>
   <translation>Produkt hinzufügen…</translation>
  </message>
  <message>
   <source>Add a program…</source>
   <translation>Programm hinzufügen…</translation>
  </message>
  <message>
   <source>Add a supplier…</source>
   <translation>Lieferant hinzufügen…</translation>
  </message>
  <message>
   <source>Add as a new product</source>
   <translation>Als neues Produkt anlegen</translation>
  </message>
  <message>
   <source>Add as a pack or bundle of {parts}</source>
   <translation>Als Packung oder Set aus {parts} anlegen</translation>
  </message>
  <message>
   <source>Add as new</source>
   <translation>Neu anlegen</translation>
  </message>
  <message>
   <source>Add it to the app’s scopes, release the version, install it again, then connect the shop again.</source>
   <translation>Fügen Sie sie zu den Scopes der App hinzu, veröffentlichen Sie die Version, installieren Sie sie neu, und verbinden Sie den Shop neu.</translation>
  </message>
  <message>
   <source>Add nothing</source>
   <translation>Nichts hinzufügen</translation>
  </message>
  <message>
   <source>Add the product</source>
   <translation>Produkt hinzufügen</translation>
  </message>
  <message>
   <source>Add this place</source>
   <translation>Diesen Ort hinzufügen</translation>
  </message>
  <message>
   <source>Add this supplier</source>
   <translation>Lieferant hinzufügen</translation>
  </message>
  <message numerus="yes">
   <source>Add {n} products</source>
   <extracomment>Add {n} product</extracomment>
   <translation>
    <numerusform>{n} Produkt anlegen</numerusform>
    <numerusform>{n} Produkte anlegen</numerusform>
   </translation>
  </message>
  <message>
   <source>Add {scope} to the app’s scopes, release the version and install it again.</source>
   <translation>Fügen Sie {scope} zu den Scopes der App hinzu, veröffentlichen Sie die Version, und installieren Sie sie neu.</translation>
  </message>
  <message>
   <source>Added to what is held back everywhere: {everywhere} + {here} = {total} pieces of every product are hidden here. A number set for a product stands instead of the general one.</source>
   <translation>Kommt zu dem hinzu, was überall zurückgehalten wird: {everywhere} + {here} = {total} Stück jedes Produkts sind hier verborgen. Eine Zahl am Produkt gilt statt der allgemeinen.</translation>
  </message>
  <message>
   <source>Adding up the ledger.</source>
   <translation>Journal wird zusammengerechnet.</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Address from the browser</source>
   <translation>Adresse aus dem Browser</translation>
  </message>
  <message>
   <source>Address of the relay</source>
   <translation>Adresse des Relays</translation>
  </message>
  <message>
   <source>Address of the shop</source>
   <translation>Adresse des Shops</translation>
  </message>
  <message>
   <source>Address of the webhook</source>
   <translation>Adresse des Webhooks</translation>
  </message>
  <message>
   <source>Address…</source>
   <translation>Adresse…</translation>
  </message>
  <message>
   <source>Adds up the ledger again and corrects every level that is not its sum. The ledger itself stays.</source>
   <translation>Rechnet das Journal neu zusammen und berichtigt jeden Bestand, der nicht seine Summe ist. Das Journal selbst bleibt.</translation>
  </message>
  <message>
   <source>Adjust nothing</source>
   <translation>Nichts korrigieren</translation>
  </message>
  <message>
   <source>Adjust stock</source>
   <translation>Bestand korrigieren</translation>
  </message>
  <message>
   <source>Adjust stock…</source>
   <translation>Bestand korrigieren…</translation>
  </message>
  <message>
   <source>Adjust the stock of {title}</source>
   <translation>Bestand von {title} korrigieren</translation>
  </message>
  <message>
   <source>Adjust this part</source>
   <translation>Dieses Teil korrigieren</translation>
  </message>
  <message>
   <source>Admin API access token</source>
   <translation>Admin-API-Zugangsschlüssel</translation>
  </message>
  <message>
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <source>After the messages</source>
   <translation>Nach den Nachrichten</translation>
  </message>
  <message>
   <source>After this</source>
   <translation>Danach</translation>
  </message>
  <message>
   <source>After you have signed in, Plimsoll starts as a small window and goes on telling your channels.</source>
   <translation>Nach Ihrer Anmeldung startet Plimsoll als kleines Fenster und informiert weiter Ihre Kanäle.</translation>
  </message>
  <message>
   <source>After you have signed in, Plimsoll starts in the tray and goes on telling your channels.</source>
   <translation>Nach Ihrer Anmeldung startet Plimsoll im Infobereich und informiert weiter Ihre Kanäle.</translation>
  </message>
  <message>
   <source>Against it: {reasons}</source>
   <translation>Dagegen: {reasons}</translation>
  </message>
  <message>
   <source>Agree</source>
   <translation>Zustimmen</translation>
  </message>
  <message>
   <source>Agreed</source>
   <translation>Stimmt</translation>
  </message>
  <message>
   <source>Alert</source>
   <translation>Hinweis</translation>
  </message>
  <message>
   <source>Alert log</source>
   <translation>Hinweisprotokoll</translation>
  </message>
  <message>
   <source>Alert: {words} {outcome}</source>
   <translation>Hinweis: {words} {outcome}</translation>
  </message>
  <message>
   <source>Alerts</source>
   <translation>Hinweise</translation>
  </message>
  <message>
   <source>Alerts changed</source>
   <translation>Hinweise geändert</translation>
  </message>
  <message>
   <source>Alerts of this product</source>
   <translation>Hinweise zu diesem Produkt</translation>
  </message>
  <message>
   <source>Alerts of this product…</source>
   <translation>Hinweise zu diesem Produkt…</translation>
  </message>
  <message>
   <source>Alerts of {title} changed</source>
   <translation>Hinweise zu {title} geändert</translation>
  </message>
  <message>
   <source>Alerts: {names}</source>
   <translation>Hinweise: {names}</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>All alerts</source>
   <translation>Alle Hinweise</translation>
  </message>
  <message>
   <source>All here</source>
   <translation>Alle da</translation>
  </message>
  <message>
   <source>All incidents</source>
   <translation>Alle Vorfälle</translation>
  </message>
  <message>
   <source>All is typed in</source>
   <translation>Alles ist eingetippt</translation>
  </message>
  <message>
   <source>All that was expected is here.</source>
   <translation>Alles Erwartete ist da.</translation>
  </message>
  <message>
   <source>All well</source>
   <translation>Alles gut</translation>
  </message>
  <message numerus="yes">
   <source>All {n} are {sku}</source>
   <extracomment>It is {sku}</extracomment>
   <translation>
    <numerusform>Es ist {sku}</numerusform>
    <numerusform>Alle {n} sind {sku}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All {n} numbers agree.</source>
   <extracomment>{n} number agrees.</extracomment>
   <translation>
    <numerusform>{n} Zahl stimmt.</numerusform>
    <numerusform>Alle {n} Zahlen stimmen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Allow it in the file’s permissions.</source>
   <translation>Erlauben Sie es in den Rechten der Datei.</translation>
  </message>
  <message>
   <source>Allow writing there, or choose another data folder. Nothing was changed.</source>
   <translation>Erlauben Sie dort das Schreiben, oder wählen Sie einen anderen Datenordner. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Allow writing there, or choose another folder. Your inventory itself was not touched.</source>
   <translation>Erlauben Sie dort das Schreiben, oder wählen Sie einen anderen Ordner. Ihr Bestand selbst blieb unberührt.</translation>
  </message>
  <message>
   <source>Allow writing there, or start Plimsoll with --data and another folder. Nothing was changed.</source>
   <translation>Erlauben Sie dort das Schreiben, oder starten Sie Plimsoll mit --data und einem anderen Ordner. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Allowance used</source>
   <translation>Kontingent genutzt</translation>
  </message>
  <message>
   <source>Also at {places}</source>
   <translation>Auch in {places}</translation>
  </message>
  <message>
   <source>Also at {places}. It waits until that place is counted.</source>
   <translation>Auch in {places}. Es wartet, bis dieser Platz gezählt ist.</translation>
  </message>
  <message>
   <source>Also before the usual end of the day</source>
   <translation>Auch vor dem üblichen Ende des Tages</translation>
  </message>
  <message>
   <source>Also when this computer sleeps or shuts down</source>
   <translation>Auch wenn dieser Computer ruht oder herunterfährt</translation>
  </message>
  <message>
   <source>Alt {key}</source>
   <translation>Alt {key}</translation>
  </message>
  <message>
   <source>Alt ↑ and Alt ↓ change who is served first.</source>
   <translation>Alt ↑ und Alt ↓ ändern, wer zuerst bedient wird.</translation>
  </message>
  <message>
   <source>Always shown everywhere. It sells most, and the last pieces may be sold twice.</source>
   <translation>Immer überall angezeigt. So verkauft es sich am besten, und die letzten Stücke können doppelt verkauft werden.</translation>
  </message>
  <message>
   <source>Always split: each piece is shown in one place only. A place may look sold out while another still has one.</source>
   <translation>Immer aufgeteilt: Jedes Stück ist nur an einem Ort angezeigt. Ein Ort kann ausverkauft wirken, während ein anderer noch eines hat.</translation>
  </message>
  <message>
   <source>Amazon</source>
   <translation>Amazon</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>An alarm rings when more than {n} of the last {all} fail.</source>
   <translation>Ein Alarm kommt, wenn mehr als {n} der letzten {all} fehlschlagen.</translation>
  </message>
  <message>
   <source>An apology in your own words</source>
   <translation>Entschuldigung, eigene Worte</translation>
  </message>
  <message>
   <source>An app, a plug-in, a till or a person with a login. No channel tells Plimsoll: you note it here.</source>
   <translation>Eine App, ein Plugin, eine Kasse oder eine Person mit Zugang. Kein Kanal sagt es Plimsoll: Sie notieren es hier.</translation>
  </message>
  <message>
   <source>An empty field leaves them as they are.</source>
   <translation>Ein leeres Feld lässt sie, wie sie sind.</translation>
  </message>
  <message>
   <source>An import, a bulk edit or another program can do this. Nothing was overwritten.</source>
   <translation>Ein Import, eine Massenbearbeitung oder ein anderes Programm kann das tun. Nichts wurde überschrieben.</translation>
  </message>
  <message>
   <source>An order needs at least one piece.</source>
   <translation>Eine Bestellung braucht mindestens ein Stück.</translation>
  </message>
  <message>
   <source>An order that was not paid yet was not taken off its shop’s number.</source>
   <translation>Eine noch unbezahlte Bestellung war von der Zahl ihres Shops nicht abgezogen.</translation>
  </message>
  <message>
   <source>An order written in wp-admin, by a till or by another program</source>
   <translation>Eine Bestellung aus wp-admin, einer Ladenkasse oder einem anderen Programm</translation>
  </message>
  <message>
   <source>An oversell, and a customer who waits for your message, always come at once.</source>
   <translation>Ein Überverkauf und ein Kunde, der auf Ihre Nachricht wartet, kommen immer sofort.</translation>
  </message>
  <message>
   <source>An update waits too long</source>
   <translation>Eine Änderung wartet zu lange</translation>
  </message>
  <message>
   <source>And another product…</source>
   <translation>Und ein weiteres Produkt…</translation>
  </message>
  <message numerus="yes">
   <source>And {n} more.</source>
   <extracomment>And {n} more.</extracomment>
   <translation>
    <numerusform>Und {n} weiterer.</numerusform>
    <numerusform>Und {n} weitere.</numerusform>
   </translation>
  </message>
  <message>
   <source>Another computer</source>
   <translation>Ein anderer Computer</translation>
  </message>
  <message>
   <source>Another computer fetches from this relay too.</source>
   <translation>Ein anderer Computer holt auch von diesem Relay ab.</translation>
  </message>
  <message>
   <source>Another computer is also Plimsoll for this shop</source>
   <translation>Ein anderer Computer ist auch Plimsoll für diesen Shop</translation>
  </message>
  <message>
   <source>Another computer is also Plimsoll for {shop}</source>
   <translation>Ein anderer Computer ist auch Plimsoll für {shop}</translation>
  </message>
  <message>
   <source>Another computer is also Plimsoll for {shop}. Nothing is sent there from here until you decide.</source>
   <translation>Ein anderer Computer ist auch Plimsoll für {shop}. Von hier wird dort nichts gesendet, bis Sie entscheiden.</translation>
  </message>
  <message>
   <source>Another computer is also Plimsoll: nothing is sent from here</source>
   <translation>Ein anderer Computer ist auch Plimsoll: Von hier wird nichts gesendet</translation>
  </message>
  <message>
   <source>Another computer sends for this inventory, and two must not. This one only looks.</source>
   <translation>Ein anderer Computer sendet für diesen Bestand, und zwei dürfen es nicht. Dieser sieht nur an.</translation>
  </message>
  <message>
   <source>Another computer sends for this inventory.</source>
   <translation>Ein anderer Computer sendet für diesen Bestand.</translation>
  </message>
  <message>
   <source>Another computer sends for this inventory. Nothing is sent from here.</source>
   <translation>Ein anderer Computer sendet für diesen Bestand. Von hier wird nichts gesendet.</translation>
  </message>
  <message>
   <source>Another computer sends for this inventory: nothing is sent from here</source>
   <translation>Ein anderer Computer sendet für diesen Bestand: Von hier wird nichts gesendet</translation>
  </message>
  <message>
   <source>Another computer sends: this one only looks</source>
   <translation>Ein anderer Computer sendet: Dieser sieht nur an</translation>
  </message>
  <message>
   <source>Another customer got these words already.</source>
   <translation>Ein anderer Kunde bekam diese Worte schon.</translation>
  </message>
  <message>
   <source>Another date…</source>
   <translation>Anderer Tag…</translation>
  </message>
  <message>
   <source>Another file…</source>
   <translation>Andere Datei…</translation>
  </message>
  <message>
   <source>Another number</source>
   <translation>Andere Zahl</translation>
  </message>
  <message>
   <source>Another number of programs is too many</source>
   <translation>Eine andere Zahl von Programmen ist zu viel</translation>
  </message>
  <message>
   <source>Another product…</source>
   <translation>Anderes Produkt…</translation>
  </message>
  <message>
   <source>Another program uses the port that the browser would come back to.</source>
   <translation>Ein anderes Programm belegt den Port, auf dem der Browser zurückkäme.</translation>
  </message>
  <message>
   <source>Another reason</source>
   <translation>Ein anderer Grund</translation>
  </message>
  <message>
   <source>Another time counts as a race</source>
   <translation>Eine andere Zeit gilt als Wettlauf</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Answer of order {number} kept</source>
   <translation>Antwort zu Bestellung {number} festgehalten</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Any other place</source>
   <translation>Ein anderer Ort</translation>
  </message>
  <message>
   <source>Any product that you have enough of. Its pieces are held until the customer answers.</source>
   <translation>Jedes Produkt, von dem genug da ist. Seine Stücke werden zurückgehalten, bis der Kunde antwortet.</translation>
  </message>
  <message>
   <source>Any refused or late updates?</source>
   <translation>Abgelehnt oder verspätet?</translation>
  </message>
  <message>
   <source>Apart at the last count, below zero, or on a channel</source>
   <translation>Bei der letzten Zählung anders, unter null, oder auf einem Kanal</translation>
  </message>
  <message>
   <source>Apart, but near enough. It is corrected without asking.</source>
   <translation>Verschieden, aber nah genug. Es wird ohne Rückfrage berichtigt.</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Anwenden</translation>
  </message>
  <message>
   <source>Apply now</source>
   <translation>Jetzt anwenden</translation>
  </message>
  <message>
   <source>Are packed parcels lying elsewhere?</source>
   <translation>Liegen gepackte Pakete anderswo?</translation>
  </message>
  <message>
   <source>As a drawing</source>
   <translation>Als Zeichnung</translation>
  </message>
  <message>
   <source>As a message of this computer where it has such, else as a quiet bar.</source>
   <translation>Als Mitteilung dieses Computers, wo es solche gibt, sonst als ruhige Leiste.</translation>
  </message>
  <message>
   <source>As a small window it goes on booking sales and telling your channels. When it ends, nobody answers a sale until you are back.</source>
   <translation>Als kleines Fenster bucht es weiter Verkäufe und informiert Ihre Kanäle. Ist es beendet, antwortet niemand auf einen Verkauf, bis Sie zurück sind.</translation>
  </message>
  <message>
   <source>As a table</source>
   <translation>Als Tabelle</translation>
  </message>
  <message>
   <source>As any others</source>
   <translation>Wie alle anderen</translation>
  </message>
  <message>
   <source>As everywhere</source>
   <translation>Wie überall</translation>
  </message>
  <message>
   <source>As it came</source>
   <translation>Wie geliefert</translation>
  </message>
  <message>
   <source>As it came out, newest first</source>
   <translation>Ergebnisse, neueste zuerst</translation>
  </message>
  <message>
   <source>As it is called there</source>
   <translation>Wie es dort heißt</translation>
  </message>
  <message>
   <source>As it is now</source>
   <translation>So ist es jetzt</translation>
  </message>
  <message>
   <source>As it stands now</source>
   <translation>Jetziger Stand</translation>
  </message>
  <message>
   <source>As measured here: {share} of {all} calls went well in the last 24 hours.</source>
   <translation>Hier gemessen: {share} von {all} Anfragen gelangen in den letzten 24 Stunden.</translation>
  </message>
  <message>
   <source>As permissions, choose Read/Write. Then choose Generate API key.</source>
   <translation>Wählen Sie als Berechtigung „Lesen/Schreiben“. Wählen Sie dann „API-Schlüssel generieren“.</translation>
  </message>
  <message>
   <source>As published</source>
   <translation>Wie veröffentlicht</translation>
  </message>
  <message>
   <source>As set for all: off</source>
   <translation>Wie für alle: aus</translation>
  </message>
  <message>
   <source>As set for all: on</source>
   <translation>Wie für alle: an</translation>
  </message>
  <message>
   <source>As the channels show it now, nothing can be sold twice.</source>
   <translation>So wie die Kanäle es jetzt zeigen, kann nichts doppelt verkauft werden.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>As you last looked</source>
   <translation>Wie zuletzt angesehen</translation>
  </message>
  <message>
   <source>As you see it in the browser. It must begin with https.</source>
   <translation>Wie im Browser. Sie muss mit https beginnen.</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>Erneut fragen</translation>
  </message>
  <message>
   <source>Ask me each time</source>
   <translation>Jedes Mal fragen</translation>
  </message>
  <message>
   <source>Ask your host to let the REST API through, then connect the shop again.</source>
   <translation>Bitten Sie Ihren Hoster, die REST-API durchzulassen, und verbinden Sie den Shop neu.</translation>
  </message>
  <message>
   <source>Asking for orders every minute</source>
   <translation>Bestellungen jede Minute abfragen</translation>
  </message>
  <message>
   <source>Asking the relay for an address.</source>
   <translation>Relay wird um eine Adresse gebeten.</translation>
  </message>
  <message>
   <source>Asking the shop…</source>
   <translation>Der Shop wird gefragt…</translation>
  </message>
  <message>
   <source>Asking whether the keys are good…</source>
   <translation>Die Schlüssel werden geprüft…</translation>
  </message>
  <message>
   <source>Asks {host}, and sends nothing of yours. Nothing is installed by itself.</source>
   <translation>Fragt {host} und sendet nichts von Ihnen. Nichts wird von selbst installiert.</translation>
  </message>
  <message>
   <source>At 0, not held</source>
   <translation>Auf 0, nicht gehalten</translation>
  </message>
  <message>
   <source>At any time</source>
   <translation>Jederzeit</translation>
  </message>
  <message>
   <source>At cost</source>
   <translation>EK-Wert</translation>
  </message>
  <message>
   <source>At cost: {worth}.</source>
   <translation>Zum Einkaufspreis: {worth}.</translation>
  </message>
  <message>
   <source>At floor</source>
   <translation>Am Minimum</translation>
  </message>
  <message>
   <source>At its floor</source>
   <translation>Am Mindestbestand</translation>
  </message>
  <message>
   <source>At its floor or under it. {shop} would go on selling the last pieces.</source>
   <translation>Am oder unter dem Mindestbestand. {shop} würde die letzten Stücke weiter verkaufen.</translation>
  </message>
  <message>
   <source>At its floor: pause by priority</source>
   <translation>Am Mindestbestand: der Reihe nach pausieren</translation>
  </message>
  <message>
   <source>At least, of one product</source>
   <translation>Mindestens, von einem Produkt</translation>
  </message>
  <message>
   <source>At least, of this product (empty: as its supplier)</source>
   <translation>Mindestens, von diesem Produkt (leer: wie beim Lieferanten)</translation>
  </message>
  <message>
   <source>At most</source>
   <translation>Höchstens</translation>
  </message>
  <message>
   <source>At most {pieces} shown anywhere.</source>
   <translation>Nirgends mehr als {pieces} angezeigt.</translation>
  </message>
  <message>
   <source>At most {pieces} shown here.</source>
   <translation>Hier höchstens {pieces} angezeigt.</translation>
  </message>
  <message>
   <source>At most {pieces} shown, as everywhere</source>
   <translation>Höchstens {pieces} angezeigt, wie überall</translation>
  </message>
  <message>
   <source>At most {pieces} shown, as for the whole product</source>
   <translation>Höchstens {pieces} angezeigt, wie beim ganzen Produkt</translation>
  </message>
  <message>
   <source>At most {pieces} shown, as of everything on {shop}</source>
   <translation>Höchstens {pieces} angezeigt, wie von allem auf {shop}</translation>
  </message>
  <message>
   <source>At most {total} shown anywhere, {own} of them on top.</source>
   <translation>Nirgends mehr als {total} angezeigt, {own} davon zusätzlich.</translation>
  </message>
  <message>
   <source>At most {total} shown here, {own} of them on top.</source>
   <translation>Hier höchstens {total} angezeigt, {own} davon zusätzlich.</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>Sofort</translation>
  </message>
  <message>
   <source>At or under floor</source>
   <translation>Am oder unter Mindestbestand</translation>
  </message>
  <message>
   <source>At or under its floor</source>
   <translation>Am oder unter dem Mindestbestand</translation>
  </message>
  <message>
   <source>At or under the floor</source>
   <translation>Am oder unter Mindestbestand</translation>
  </message>
  <message>
   <source>At the floor of {n} that was set.</source>
   <translation>Beim gesetzten Mindestbestand von {n}.</translation>
  </message>
  <message>
   <source>At the floor, pause the channels that I choose, in my order</source>
   <translation>Am Mindestbestand meine gewählten Kanäle pausieren, in meiner Reihenfolge</translation>
  </message>
  <message>
   <source>At the present rate it runs out before a delivery comes, or within so many days.</source>
   <translation>Beim jetzigen Tempo ist es aus, bevor eine Lieferung kommt, oder in so vielen Tagen.</translation>
  </message>
  <message>
   <source>At the stall</source>
   <translation>Am Stand</translation>
  </message>
  <message>
   <source>At which stall are you today?</source>
   <translation>An welchem Stand sind Sie heute?</translation>
  </message>
  <message>
   <source>At {rate} a day it falls under its floor on {day}, by {way}.</source>
   <translation>Bei {rate} am Tag fällt es {day} unter den Mindestbestand, nach {way}.</translation>
  </message>
  <message>
   <source>At {rate} buyers an hour:</source>
   <translation>Bei {rate} Käufern je Stunde:</translation>
  </message>
  <message>
   <source>Audit</source>
   <translation>Prüfung</translation>
  </message>
  <message>
   <source>Audits</source>
   <translation>Prüfungen</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>Available after</source>
   <translation>Verfügbar danach</translation>
  </message>
  <message>
   <source>Available has reached the floor, or is under it.</source>
   <translation>Verfügbar hat den Mindestbestand erreicht oder liegt darunter.</translation>
  </message>
  <message>
   <source>Available has reached the reorder point.</source>
   <translation>Verfügbar hat den Meldebestand erreicht.</translation>
  </message>
  <message>
   <source>Available {available}, at its floor.</source>
   <translation>Verfügbar {available}, am Mindestbestand.</translation>
  </message>
  <message>
   <source>Available {available}, floor {floor}, oversold by {pieces}.</source>
   <translation>Verfügbar {available}, Mindestbestand {floor}, überverkauft um {pieces}.</translation>
  </message>
  <message>
   <source>Available {available}, floor {floor}, time to reorder.</source>
   <translation>Verfügbar {available}, Mindestbestand {floor}, Zeit zum Nachbestellen.</translation>
  </message>
  <message>
   <source>Available {available}, floor {floor}, under by {pieces}.</source>
   <translation>Verfügbar {available}, Mindestbestand {floor}, {pieces} darunter.</translation>
  </message>
  <message>
   <source>Available {available}, floor {floor}.</source>
   <translation>Verfügbar {available}, Mindestbestand {floor}.</translation>
  </message>
  <message>
   <source>Available {available}, oversold by {pieces}.</source>
   <translation>Verfügbar {available}, überverkauft um {pieces}.</translation>
  </message>
  <message>
   <source>Available {available}, time to reorder.</source>
   <translation>Verfügbar {available}, Zeit zum Nachbestellen.</translation>
  </message>
  <message>
   <source>Available {available}.</source>
   <translation>Verfügbar {available}.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back later, or not known</source>
   <translation>Später zurück, oder unbekannt</translation>
  </message>
  <message>
   <source>Back on sale</source>
   <translation>Wieder im Verkauf</translation>
  </message>
  <message>
   <source>Back on sale.</source>
   <translation>Wieder im Verkauf.</translation>
  </message>
  <message>
   <source>Back to channels</source>
   <translation>Zurück zu den Kanälen</translation>
  </message>
  <message>
   <source>Back to the list</source>
   <translation>Zurück zur Liste</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Jetzt sichern</translation>
  </message>
  <message>
   <source>Back {when}</source>
   <translation>Zurück {when}</translation>
  </message>
  <message>
   <source>Back: {step}</source>
   <translation>Zurück: {step}</translation>
  </message>
  <message>
   <source>Backspace</source>
   <translation>Rücktaste</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <source>Backup made and checked at {time}: {path}</source>
   <translation>Sicherung gemacht und geprüft um {time}: {path}</translation>
  </message>
  <message>
   <source>Backup {time}, on this computer</source>
   <translation>Sicherung {time}, auf diesem Computer</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Sicherungen</translation>
  </message>
  <message>
   <source>Backups lie in {folder} already.</source>
   <translation>In {folder} liegen bereits Sicherungen.</translation>
  </message>
  <message>
   <source>Bad feedback, claims and chargebacks. A cancellation is not one of them.</source>
   <translation>Schlechte Bewertungen, Garantieanträge und Rückbuchungen. Eine Stornierung gehört nicht dazu.</translation>
  </message>
  <message>
   <source>Balanced</source>
   <translation>Ausgewogen</translation>
  </message>
  <message>
   <source>Balanced: 1 in {products}</source>
   <translation>Ausgewogen: 1 zu {products}</translation>
  </message>
  <message>
   <source>Balanced: about 1 double sale in {products} products that run out</source>
   <translation>Ausgewogen: etwa 1 Doppelverkauf auf {products} Produkte, die ausgehen</translation>
  </message>
  <message>
   <source>Bank holiday sale</source>
   <translation>Feiertagsaktion</translation>
  </message>
  <message>
   <source>Bank transfer and cheque</source>
   <translation>Überweisung und Scheck</translation>
  </message>
  <message>
   <source>Barcode labels</source>
   <translation>Barcode-Etiketten</translation>
  </message>
  <message>
   <source>Barcode labels…</source>
   <translation>Barcode-Etiketten…</translation>
  </message>
  <message>
   <source>Barcode {code}</source>
   <translation>Barcode {code}</translation>
  </message>
  <message>
   <source>Barcode, if it has one</source>
   <translation>Barcode, falls vorhanden</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Before a code: “{prefix}”, after it: “{suffix}”. Both are left out.</source>
   <translation>Vor einem Code: „{prefix}“, danach: „{suffix}“. Beides wird weggelassen.</translation>
  </message>
  <message>
   <source>Before you cancel</source>
   <translation>Vor dem Stornieren</translation>
  </message>
  <message>
   <source>Before your next sale</source>
   <translation>Vor Ihrer nächsten Aktion</translation>
  </message>
  <message>
   <source>Began {at}.</source>
   <translation>Begonnen {at}.</translation>
  </message>
  <message>
   <source>Begin a count</source>
   <translation>Zählung beginnen</translation>
  </message>
  <message>
   <source>Begin and end by these dates, without asking me</source>
   <translation>An diesen Tagen ohne Frage beginnen und beenden</translation>
  </message>
  <message>
   <source>Begin anew</source>
   <translation>Neu beginnen</translation>
  </message>
  <message>
   <source>Begin it</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Begin it now…</source>
   <translation>Jetzt beginnen…</translation>
  </message>
  <message>
   <source>Begin the day</source>
   <translation>Tag beginnen</translation>
  </message>
  <message>
   <source>Begin this count</source>
   <translation>Diese Zählung beginnen</translation>
  </message>
  <message>
   <source>Begin with an empty inventory?</source>
   <translation>Mit einem leeren Bestand beginnen?</translation>
  </message>
  <message>
   <source>Begin {name} now?</source>
   <translation>{name} jetzt beginnen?</translation>
  </message>
  <message>
   <source>Begins with ck_.</source>
   <translation>Beginnt mit ck_.</translation>
  </message>
  <message>
   <source>Begins with cs_.</source>
   <translation>Beginnt mit cs_.</translation>
  </message>
  <message>
   <source>Begun</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>Begun {begun}, ended {ended}.</source>
   <translation>Begonnen {begun}, beendet {ended}.</translation>
  </message>
  <message>
   <source>Begun {begun}, still open.</source>
   <translation>Begonnen {begun}, noch offen.</translation>
  </message>
  <message>
   <source>Behind by</source>
   <translation>Rückstand</translation>
  </message>
  <message>
   <source>Behind by {age}.</source>
   <translation>Rückstand {age}.</translation>
  </message>
  <message>
   <source>Behind by, last 24 h</source>
   <translation>Rückstand, letzte 24 h</translation>
  </message>
  <message>
   <source>Being put back on sale.</source>
   <translation>Kommt zurück in den Verkauf.</translation>
  </message>
  <message>
   <source>Being read</source>
   <translation>Wird gelesen</translation>
  </message>
  <message>
   <source>Being read now</source>
   <translation>Wird gelesen</translation>
  </message>
  <message>
   <source>Being sent now</source>
   <translation>Wird gerade gesendet</translation>
  </message>
  <message>
   <source>Being taken off sale and set to 0.</source>
   <translation>Wird aus dem Verkauf genommen und auf 0 gesetzt.</translation>
  </message>
  <message>
   <source>Believe</source>
   <translation>Vertrauen</translation>
  </message>
  <message>
   <source>Believe {shop}</source>
   <translation>{shop} vertrauen</translation>
  </message>
  <message>
   <source>Below zero or drifted</source>
   <translation>Unter null oder abgewichen</translation>
  </message>
  <message>
   <source>Below zero there: count it by hand</source>
   <translation>Dort unter null: von Hand zählen</translation>
  </message>
  <message>
   <source>Between two days</source>
   <translation>Zwischen zwei Tagen</translation>
  </message>
  <message>
   <source>Blind count</source>
   <translation>Blinde Zählung</translation>
  </message>
  <message>
   <source>Blind count: the ledger’s number stays hidden</source>
   <translation>Blinde Zählung: Die Zahl des Journals bleibt verborgen</translation>
  </message>
  <message>
   <source>Booked, {n}</source>
   <translation>Gebucht, {n}</translation>
  </message>
  <message>
   <source>Bought</source>
   <translation>Gekauft</translation>
  </message>
  <message>
   <source>Bought before: not known.</source>
   <translation>Früher gekauft: nicht bekannt.</translation>
  </message>
  <message>
   <source>Bought from you before</source>
   <translation>Hat schon bei Ihnen gekauft</translation>
  </message>
  <message>
   <source>Bought in</source>
   <translation>Zugekauft</translation>
  </message>
  <message>
   <source>Broken</source>
   <translation>Zerbrochen</translation>
  </message>
  <message>
   <source>Broken link</source>
   <translation>Verknüpfung defekt</translation>
  </message>
  <message>
   <source>Broken link: no longer there</source>
   <translation>Verknüpfung defekt: nicht mehr da</translation>
  </message>
  <message>
   <source>Broken link: {shop} no longer has this listing</source>
   <translation>Verknüpfung defekt: {shop} hat dieses Angebot nicht mehr</translation>
  </message>
  <message>
   <source>Broken or lost</source>
   <translation>Kaputt oder verloren</translation>
  </message>
  <message>
   <source>Brought</source>
   <translation>Erlös</translation>
  </message>
  <message>
   <source>Buy one piece as a customer would, with a payment that you can take back, or cash on delivery.</source>
   <translation>Kaufen Sie ein Stück wie ein Kunde, mit einer Zahlung, die Sie zurücknehmen können, oder per Nachnahme.</translation>
  </message>
  <message>
   <source>Buy one piece as a customer would. Orders in test mode do not count: Plimsoll leaves them out.</source>
   <translation>Kaufen Sie ein Stück wie ein Kunde. Bestellungen im Testmodus zählen nicht: Plimsoll lässt sie aus.</translation>
  </message>
  <message>
   <source>Buy one piece by bank transfer: the order is on hold, and the shop takes its piece at once.</source>
   <translation>Kaufen Sie ein Stück per Überweisung: Die Bestellung ist in Wartestellung, und der Shop zieht das Stück sofort ab.</translation>
  </message>
  <message>
   <source>Buyers</source>
   <translation>Käufer</translation>
  </message>
  <message>
   <source>Buyers an hour</source>
   <translation>Käufer je Stunde</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Grundlage</translation>
  </message>
  <message>
   <source>By every way that an alert takes.</source>
   <translation>Auf jedem Weg, den ein Hinweis nimmt.</translation>
  </message>
  <message>
   <source>By hand</source>
   <translation>Von Hand</translation>
  </message>
  <message>
   <source>By hand only, in Shop Manager: cancelling may take up to 48 hours. A sold-out listing is not put back by it.</source>
   <translation>Nur von Hand im Shop-Manager: Eine Stornierung kann bis zu 48 Stunden dauern. Ein ausverkauftes Angebot kommt dadurch nicht zurück.</translation>
  </message>
  <message>
   <source>By hand, last entered {at}</source>
   <translation>Von Hand, zuletzt {at}</translation>
  </message>
  <message>
   <source>By hand, nothing entered yet</source>
   <translation>Von Hand, noch nichts eingegeben</translation>
  </message>
  <message numerus="yes">
   <source>By hand: {n} numbers to change</source>
   <extracomment>By hand: {n} number to change</extracomment>
   <translation>
    <numerusform>Von Hand: {n} Zahl zu ändern</numerusform>
    <numerusform>Von Hand: {n} Zahlen zu ändern</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>By how they sell, about {n} will be.</source>
   <extracomment>By how they sell, about {n} will be.</extracomment>
   <translation>
    <numerusform>So wie es sich verkauft, wird es etwa {n} sein.</numerusform>
    <numerusform>So wie es sich verkauft, werden es etwa {n} sein.</numerusform>
   </translation>
  </message>
  <message>
   <source>By how they sell, that is more likely than not.</source>
   <translation>So wie es sich verkauft, ist das eher wahrscheinlich.</translation>
  </message>
  <message>
   <source>By how they sell, that is unlikely: less than 1 in {odds}.</source>
   <translation>So wie es sich verkauft, ist das unwahrscheinlich: weniger als 1 zu {odds}.</translation>
  </message>
  <message>
   <source>By how they sell, the chance of that is about 1 in {odds}.</source>
   <translation>So wie es sich verkauft, ist die Chance dafür etwa 1 zu {odds}.</translation>
  </message>
  <message>
   <source>By month</source>
   <translation>Nach Monat</translation>
  </message>
  <message>
   <source>By risk</source>
   <translation>Nach Risiko</translation>
  </message>
  <message>
   <source>By the replay</source>
   <translation>Durchgespielt</translation>
  </message>
  <message>
   <source>By what</source>
   <translation>Wonach</translation>
  </message>
  <message>
   <source>By what each sells</source>
   <translation>Nach dem, was jeder verkauft</translation>
  </message>
  <message>
   <source>By you</source>
   <translation>Von Ihnen</translation>
  </message>
  <message>
   <source>Call it off</source>
   <translation>Absagen</translation>
  </message>
  <message>
   <source>Call log</source>
   <translation>Anfrageprotokoll</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>Kam zurück</translation>
  </message>
  <message>
   <source>Came back damaged, written off</source>
   <translation>Beschädigt zurück, ausgebucht</translation>
  </message>
  <message>
   <source>Came back {order}</source>
   <translation>Kam zurück {order}</translation>
  </message>
  <message>
   <source>Can be sold</source>
   <translation>Verkäuflich</translation>
  </message>
  <message>
   <source>Can it change stock?</source>
   <translation>Darf es Bestand ändern?</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cancel and refund orders</source>
   <translation>Bestellungen stornieren und erstatten</translation>
  </message>
  <message>
   <source>Cancel or refund order {order} at {shop}?</source>
   <translation>Bestellung {order} bei {shop} stornieren oder erstatten?</translation>
  </message>
  <message>
   <source>Cancel or refund the order…</source>
   <translation>Bestellung stornieren oder erstatten…</translation>
  </message>
  <message>
   <source>Cancel or refund…</source>
   <translation>Stornieren oder erstatten…</translation>
  </message>
  <message>
   <source>Cancel order {order}.</source>
   <translation>Bestellung {order} stornieren.</translation>
  </message>
  <message>
   <source>Cancel the order</source>
   <translation>Bestellung stornieren</translation>
  </message>
  <message>
   <source>Cancel the order afterwards.</source>
   <translation>Stornieren Sie die Bestellung danach.</translation>
  </message>
  <message>
   <source>Cancel the order in the shop. The ledger shows that, and both numbers are as before.</source>
   <translation>Stornieren Sie die Bestellung im Shop. Das Journal zeigt es, und beide Zahlen sind wie zuvor.</translation>
  </message>
  <message>
   <source>Cancel the order with Restock ticked.</source>
   <translation>Stornieren Sie die Bestellung mit Wiedereinlagerung.</translation>
  </message>
  <message>
   <source>Cancel the order with Restock ticked. The ledger shows that, and both numbers are as before.</source>
   <translation>Stornieren Sie die Bestellung mit Wiedereinlagerung. Das Journal zeigt es, und beide Zahlen sind wie zuvor.</translation>
  </message>
  <message>
   <source>Cancel the whole order</source>
   <translation>Die ganze Bestellung stornieren</translation>
  </message>
  <message>
   <source>Cancellation budget</source>
   <translation>Stornobudget</translation>
  </message>
  <message>
   <source>Cancellations</source>
   <translation>Stornierungen</translation>
  </message>
  <message>
   <source>Cancellations before dispatch</source>
   <translation>Stornierungen vor dem Versand</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Storniert</translation>
  </message>
  <message>
   <source>Cancelled puts the pieces back. Untick “Restock refunded items” when refunding.</source>
   <translation>„Storniert“ legt die Stücke zurück. Nehmen Sie beim Erstatten das Häkchen bei der Wiedereinlagerung weg.</translation>
  </message>
  <message>
   <source>Cancelled {order}</source>
   <translation>Storniert {order}</translation>
  </message>
  <message>
   <source>Cancelling and refunding</source>
   <translation>Stornieren und erstatten</translation>
  </message>
  <message>
   <source>Cancelling {order}</source>
   <translation>Wird storniert {order}</translation>
  </message>
  <message>
   <source>Careful</source>
   <translation>Vorsichtig</translation>
  </message>
  <message>
   <source>Careful: 1 in {products}</source>
   <translation>Vorsichtig: 1 zu {products}</translation>
  </message>
  <message>
   <source>Careful: about 1 double sale in {products} products that run out</source>
   <translation>Vorsichtig: etwa 1 Doppelverkauf auf {products} Produkte, die ausgehen</translation>
  </message>
  <message>
   <source>Carts</source>
   <translation>Warenkörbe</translation>
  </message>
  <message>
   <source>Cases closed against you</source>
   <translation>Gegen Sie geschlossene Fälle</translation>
  </message>
  <message>
   <source>Cases that ended in a refund</source>
   <translation>Fälle, die mit einer Erstattung endeten</translation>
  </message>
  <message>
   <source>Cause</source>
   <translation>Ursache</translation>
  </message>
  <message>
   <source>Cause: {cause}. {why}</source>
   <translation>Ursache: {cause}. {why}</translation>
  </message>
  <message>
   <source>Causes: {causes}</source>
   <translation>Ursachen: {causes}</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Change floor or reorder point</source>
   <translation>Mindest- oder Meldebestand ändern</translation>
  </message>
  <message>
   <source>Change it and import it again, if you like. It lies in {folder}</source>
   <translation>Ändern und importieren Sie sie wieder, wenn Sie möchten. Sie liegt in {folder}</translation>
  </message>
  <message>
   <source>Change nothing</source>
   <translation>Nichts ändern</translation>
  </message>
  <message>
   <source>Change so much at once?</source>
   <translation>So viel auf einmal ändern?</translation>
  </message>
  <message>
   <source>Change that one, or type another name.</source>
   <translation>Ändern Sie jenen, oder nehmen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Changed by hand</source>
   <translation>Von Hand geändert</translation>
  </message>
  <message>
   <source>Changed by hand there by {change}</source>
   <translation>Dort von Hand geändert um {change}</translation>
  </message>
  <message>
   <source>Changed from outside</source>
   <translation>Von außen geändert</translation>
  </message>
  <message>
   <source>Changed from outside at {shop}</source>
   <translation>Von außen geändert bei {shop}</translation>
  </message>
  <message>
   <source>Changed outside Plimsoll</source>
   <translation>Außerhalb von Plimsoll geändert</translation>
  </message>
  <message>
   <source>Changes</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Ändern…</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <source>Channel by channel</source>
   <translation>Kanal für Kanal</translation>
  </message>
  <message>
   <source>Channel differs</source>
   <translation>Kanal weicht ab</translation>
  </message>
  <message>
   <source>Channel limit checked</source>
   <translation>Kanalgrenze geprüft</translation>
  </message>
  <message>
   <source>Channel orders: facts about what was sold, booked as they are</source>
   <translation>Bestellungen der Kanäle: Tatsachen über Verkauftes, gebucht, wie sie sind</translation>
  </message>
  <message>
   <source>Channel quantities: never the truth, only a difference to explain</source>
   <translation>Zahlen der Kanäle: nie die Wahrheit, nur eine Differenz, die zu erklären ist</translation>
  </message>
  <message>
   <source>Channel was slow</source>
   <translation>Kanal war langsam</translation>
  </message>
  <message>
   <source>Channel whose checklist to open</source>
   <translation>Kanal, dessen Prüfliste sich öffnet</translation>
  </message>
  <message>
   <source>Channel with pieces held back on top</source>
   <translation>Kanal mit zusätzlich zurückgehaltenen Stücken</translation>
  </message>
  <message>
   <source>Channel with the first claim</source>
   <translation>Kanal mit Vorrang</translation>
  </message>
  <message>
   <source>Channels</source>
   <translation>Kanäle</translation>
  </message>
  <message>
   <source>Channels to look at</source>
   <translation>Kanäle zum Ansehen</translation>
  </message>
  <message>
   <source>Channels: all confirmed, nothing to look at</source>
   <translation>Kanäle: alle bestätigt, nichts anzusehen</translation>
  </message>
  <message>
   <source>Channels: none is connected yet</source>
   <translation>Kanäle: noch keiner verbunden</translation>
  </message>
  <message>
   <source>Chart: look back further</source>
   <translation>Verlauf: weiter zurückblicken</translation>
  </message>
  <message>
   <source>Chart: look back less</source>
   <translation>Verlauf: weniger zurückblicken</translation>
  </message>
  <message>
   <source>Check before a promotion, {day}</source>
   <translation>Prüfung vor einer Aktion, {day}</translation>
  </message>
  <message>
   <source>Check before a sale…</source>
   <translation>Vor einer Aktion prüfen…</translation>
  </message>
  <message>
   <source>Check that it held</source>
   <translation>Prüfen, ob es hielt</translation>
  </message>
  <message>
   <source>Check that it is there and that you may open it. Nothing was changed.</source>
   <translation>Prüfen Sie, ob sie da ist und ob Sie sie öffnen dürfen. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Check that its folder is there and that you may write in it.</source>
   <translation>Prüfen Sie, ob der Ordner da ist und ob Sie darin schreiben dürfen.</translation>
  </message>
  <message>
   <source>Check the address and your internet connection. Plimsoll tries again by itself.</source>
   <translation>Prüfen Sie die Adresse und Ihre Internetverbindung. Plimsoll versucht es von selbst erneut.</translation>
  </message>
  <message>
   <source>Check the address. If it is right, ask your host to renew the certificate.</source>
   <translation>Prüfen Sie die Adresse. Stimmt sie, bitten Sie Ihren Hoster, das Zertifikat zu erneuern.</translation>
  </message>
  <message>
   <source>Check the address. If it is right, ask your host to switch on https.</source>
   <translation>Prüfen Sie die Adresse. Stimmt sie, bitten Sie Ihren Hoster, https einzuschalten.</translation>
  </message>
  <message>
   <source>Check the clock of this computer, or look at its page yourself.</source>
   <translation>Prüfen Sie die Uhr dieses Computers, oder sehen Sie selbst auf der Seite nach.</translation>
  </message>
  <message>
   <source>Check the disk. Make a backup to another one. Nothing was changed by this step.</source>
   <translation>Prüfen Sie den Datenträger. Sichern Sie auf einen anderen. Dieser Schritt hat nichts geändert.</translation>
  </message>
  <message>
   <source>Check the shop’s name: the part before .myshopify.com.</source>
   <translation>Prüfen Sie den Namen des Shops: den Teil vor .myshopify.com.</translation>
  </message>
  <message>
   <source>Checked until {date}</source>
   <translation>Geprüft bis {date}</translation>
  </message>
  <message>
   <source>Checked who can change stock on {shop}</source>
   <translation>Geprüft, wer bei {shop} Bestand ändern kann</translation>
  </message>
  <message>
   <source>Checked {at}</source>
   <translation>Geprüft {at}</translation>
  </message>
  <message>
   <source>Checked {at}. Plimsoll asks again {until}.</source>
   <translation>Geprüft {at}. Plimsoll fragt wieder: {until}.</translation>
  </message>
  <message>
   <source>Checked {date}</source>
   <translation>Geprüft {date}</translation>
  </message>
  <message>
   <source>Checked {date}, due again</source>
   <translation>Geprüft {date}, wieder fällig</translation>
  </message>
  <message>
   <source>Checks of alerts</source>
   <translation>Prüfungen der Hinweise</translation>
  </message>
  <message>
   <source>Choose Add Endpoint and paste the address above.</source>
   <translation>Wählen Sie „Add Endpoint“, und fügen Sie die Adresse oben ein.</translation>
  </message>
  <message>
   <source>Choose Add key. As the user, take yourself or another administrator or shop manager.</source>
   <translation>Wählen Sie „Schlüssel hinzufügen“. Nehmen Sie als Benutzer sich selbst oder einen anderen Administrator oder Shop-Manager.</translation>
  </message>
  <message>
   <source>Choose Add webhook, the status Active and the topic “Order updated”.</source>
   <translation>Wählen Sie „Webhook hinzufügen“, den Status „Aktiv“ und das Thema „Bestellung aktualisiert“.</translation>
  </message>
  <message>
   <source>Choose Create webhook. Take the event “Order update”, the format JSON, and paste the address above.</source>
   <translation>Wählen Sie „Webhook erstellen“. Nehmen Sie das Ereignis „Bestellungsaktualisierung“ und das Format JSON, und fügen Sie die Adresse oben ein.</translation>
  </message>
  <message>
   <source>Choose Edit callback URLs, and paste exactly this address: {callback}</source>
   <translation>Wählen Sie „Edit callback URLs“, und fügen Sie genau diese Adresse ein: {callback}</translation>
  </message>
  <message>
   <source>Choose a .csv, .xlsx, .xls or .ods file of products. Nothing was changed.</source>
   <translation>Wählen Sie eine Produktdatei mit .csv, .xlsx, .xls oder .ods. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Choose a connected shop.</source>
   <translation>Wählen Sie einen verbundenen Shop.</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Datei wählen</translation>
  </message>
  <message>
   <source>Choose a folder on another disk: what happens to this one then does not reach it.</source>
   <translation>Wählen Sie einen Ordner auf einem anderen Datenträger: Was diesem zustößt, trifft ihn dann nicht.</translation>
  </message>
  <message>
   <source>Choose a folder…</source>
   <translation>Ordner wählen…</translation>
  </message>
  <message>
   <source>Choose a location first.</source>
   <translation>Wählen Sie zuerst einen Standort.</translation>
  </message>
  <message>
   <source>Choose a product…</source>
   <translation>Produkt wählen…</translation>
  </message>
  <message>
   <source>Choose another channel</source>
   <translation>Anderen Kanal wählen</translation>
  </message>
  <message>
   <source>Choose another disk for backups. Your inventory itself was not touched.</source>
   <translation>Wählen Sie einen anderen Datenträger für Sicherungen. Ihr Bestand selbst blieb unberührt.</translation>
  </message>
  <message>
   <source>Choose another file. Nothing in this one was changed.</source>
   <translation>Wählen Sie eine andere Datei. In dieser wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Choose another folder, and try again.</source>
   <translation>Wählen Sie einen anderen Ordner. Versuchen Sie es neu.</translation>
  </message>
  <message>
   <source>Choose another folder.</source>
   <translation>Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Choose another one. Nothing was changed.</source>
   <translation>Wählen Sie ein anderes. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Choose at least one piece to refund.</source>
   <translation>Wählen Sie mindestens ein Stück zum Erstatten.</translation>
  </message>
  <message>
   <source>Choose it</source>
   <translation>Wählen</translation>
  </message>
  <message>
   <source>Choose one first.</source>
   <translation>Wählen Sie zuerst einen.</translation>
  </message>
  <message>
   <source>Choose one of these: {versions}.</source>
   <translation>Wählen Sie eine von diesen: {versions}.</translation>
  </message>
  <message>
   <source>Choose one to see what is in it.</source>
   <translation>Wählen Sie eine, um zu sehen, was darin ist.</translation>
  </message>
  <message>
   <source>Choose one. Stock at the others is left alone.</source>
   <translation>Wählen Sie einen. Der Bestand der anderen bleibt unberührt.</translation>
  </message>
  <message>
   <source>Choose the location whose stock Plimsoll keeps.</source>
   <translation>Wählen Sie den Standort, dessen Bestand Plimsoll führt.</translation>
  </message>
  <message>
   <source>Choose the one whose stock Plimsoll keeps: it does not see what the others hold. A till (Shopify POS) must sell from that location too.</source>
   <translation>Wählen Sie den, dessen Bestand Plimsoll führt: Was die anderen haben, sieht es nicht. Auch eine Kasse (Shopify POS) muss von diesem Standort verkaufen.</translation>
  </message>
  <message>
   <source>Choose the options</source>
   <translation>Möglichkeiten wählen</translation>
  </message>
  <message>
   <source>Choose what happened.</source>
   <translation>Wählen Sie, was geschehen ist.</translation>
  </message>
  <message>
   <source>Choose what happened. Nothing was changed.</source>
   <translation>Wählen Sie, was geschehen ist. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Choose what to refund. Nothing was sent.</source>
   <translation>Wählen Sie, was zu erstatten ist. Nichts wurde gesendet.</translation>
  </message>
  <message>
   <source>Choose what you offer.</source>
   <translation>Wählen Sie, was Sie anbieten.</translation>
  </message>
  <message>
   <source>Choose “Items unavailable”.</source>
   <translation>Wählen Sie „Artikel nicht verfügbar“.</translation>
  </message>
  <message>
   <source>Choose “No inventory”. “Buyer cancelled” only if the buyer really asked through Amazon.</source>
   <translation>Wählen Sie „Nicht auf Lager“. „Vom Käufer storniert“ nur, wenn der Käufer wirklich über Amazon darum bat.</translation>
  </message>
  <message>
   <source>Choose “Out of stock”. It counts as a defect. “Buyer asked” only if the buyer did.</source>
   <translation>Wählen Sie „Nicht vorrätig“. Es zählt als Mangel. „Vom Käufer gewünscht“ nur, wenn es so ist.</translation>
  </message>
  <message>
   <source>Claimed, unconfirmed. Checked {on}.</source>
   <translation>Behauptet, unbestätigt. Stand {on}.</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Klar</translation>
  </message>
  <message>
   <source>Clear filters</source>
   <translation>Filter leeren</translation>
  </message>
  <message>
   <source>Clear search</source>
   <translation>Suche leeren</translation>
  </message>
  <message>
   <source>Clear search and filters</source>
   <translation>Suche und Filter leeren</translation>
  </message>
  <message>
   <source>Clear the search</source>
   <translation>Suche leeren</translation>
  </message>
  <message>
   <source>Click here to scan</source>
   <translation>Hier klicken, um zu scannen</translation>
  </message>
  <message>
   <source>Client ID</source>
   <translation>Client-ID</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close Plimsoll</source>
   <translation>Plimsoll schließen</translation>
  </message>
  <message>
   <source>Close Plimsoll on the other computer first. Two computers that send for the same shops overwrite each other’s numbers.</source>
   <translation>Schließen Sie Plimsoll zuerst auf dem anderen Computer. Zwei Computer, die für dieselben Shops senden, überschreiben einander die Zahlen.</translation>
  </message>
  <message>
   <source>Close incident</source>
   <translation>Vorfall schließen</translation>
  </message>
  <message>
   <source>Close it if it is open elsewhere, or choose another folder.</source>
   <translation>Schließen Sie sie, falls sie woanders offen ist, oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Close it if it is open elsewhere, or choose another folder. Nothing else was changed.</source>
   <translation>Schließen Sie sie, falls anderswo offen, oder wählen Sie einen anderen Ordner. Sonst wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Close it to see the ledger’s numbers.</source>
   <translation>Schließen Sie es, um die Zahlen des Journals zu sehen.</translation>
  </message>
  <message>
   <source>Close it, or choose another folder.</source>
   <translation>Schließen Sie sie, oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>Close other programs that may have it open, for example a backup, and try again.</source>
   <translation>Schließen Sie andere Programme, die ihn offen haben könnten, etwa eine Sicherung, und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Close the incident</source>
   <translation>Vorfall schließen</translation>
  </message>
  <message>
   <source>Close the shelf</source>
   <translation>Regal abschließen</translation>
  </message>
  <message>
   <source>Close the shelf to see the ledger (F4)</source>
   <translation>Regal abschließen, um das Journal zu sehen (F4)</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Geschlossen</translation>
  </message>
  <message>
   <source>Closed as</source>
   <translation>Geschlossen als</translation>
  </message>
  <message>
   <source>Closed {date}, {time}.</source>
   <translation>Geschlossen {date}, {time}.</translation>
  </message>
  <message>
   <source>Closed {when}</source>
   <translation>Zu seit {when}</translation>
  </message>
  <message>
   <source>Closed {when}, after {duration}.</source>
   <translation>Geschlossen {when}, Dauer {duration}.</translation>
  </message>
  <message>
   <source>Closing the window</source>
   <translation>Fenster schließen</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Column {column}: {words}</source>
   <translation>Spalte {column}: {words}</translation>
  </message>
  <message>
   <source>Comes from</source>
   <translation>Kommt von</translation>
  </message>
  <message>
   <source>Comes from…</source>
   <translation>Kommt von…</translation>
  </message>
  <message>
   <source>Comes on</source>
   <translation>Kommt am</translation>
  </message>
  <message>
   <source>Comes on (may stay empty)</source>
   <translation>Kommt am (darf leer bleiben)</translation>
  </message>
  <message>
   <source>Comfortable</source>
   <translation>Bequem</translation>
  </message>
  <message>
   <source>Committed</source>
   <translation>Zugesagt</translation>
  </message>
  <message>
   <source>Committed after</source>
   <translation>Zugesagt danach</translation>
  </message>
  <message>
   <source>Committed change</source>
   <translation>Zugesagt, Änderung</translation>
  </message>
  <message>
   <source>Compact</source>
   <translation>Kompakt</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Compare all channels now</source>
   <translation>Alle Kanäle jetzt vergleichen</translation>
  </message>
  <message>
   <source>Compare all now</source>
   <translation>Alle jetzt vergleichen</translation>
  </message>
  <message>
   <source>Compare all now (F5)</source>
   <translation>Alle jetzt vergleichen (F5)</translation>
  </message>
  <message>
   <source>Compared once a day, at start when that was missed, and with F5. Not compared yet.</source>
   <translation>Verglichen einmal am Tag, beim Start, wenn das ausfiel, und mit F5. Noch nicht verglichen.</translation>
  </message>
  <message>
   <source>Compared {at}: {agree} of {all} agree.</source>
   <translation>Verglichen {at}: {agree} von {all} stimmen.</translation>
  </message>
  <message>
   <source>Compared {shop}: {agree} of {all} agree</source>
   <translation>{shop} verglichen: {agree} von {all} stimmen</translation>
  </message>
  <message>
   <source>Confirmed after</source>
   <translation>Bestätigt nach</translation>
  </message>
  <message>
   <source>Confirmed after: {bars}</source>
   <translation>Bestätigt nach: {bars}</translation>
  </message>
  <message>
   <source>Confirmed by</source>
   <translation>Bestätigt von</translation>
  </message>
  <message>
   <source>Confirmed by (empty: nobody did yet)</source>
   <translation>Bestätigt von (leer: noch niemand)</translation>
  </message>
  <message>
   <source>Confirmed date</source>
   <translation>Bestätigtes Datum</translation>
  </message>
  <message>
   <source>Confirmed within {seconds} s</source>
   <translation>Bestätigt in {seconds} s</translation>
  </message>
  <message>
   <source>Confirmed {at}</source>
   <translation>Bestätigt {at}</translation>
  </message>
  <message>
   <source>Conflict</source>
   <translation>Widerspruch</translation>
  </message>
  <message>
   <source>Conflicts and the rule that settled each</source>
   <translation>Widersprüche und die Regel, die jeden entschied</translation>
  </message>
  <message>
   <source>Conflicts and the rules that settle them</source>
   <translation>Widersprüche und die Regeln, die sie entscheiden</translation>
  </message>
  <message>
   <source>Conflicts of the last 30 days, and the rule that settled each</source>
   <translation>Konflikte der letzten 30 Tage und die Regel, die jeden löste</translation>
  </message>
  <message>
   <source>Connect</source>
   <translation>Verbinden</translation>
  </message>
  <message>
   <source>Connect a channel</source>
   <translation>Einen Kanal verbinden</translation>
  </message>
  <message>
   <source>Connect a channel, link its listings to products, and give these a first number.</source>
   <translation>Verbinden Sie einen Kanal, verknüpfen Sie seine Angebote mit Produkten und geben Sie diesen eine erste Zahl.</translation>
  </message>
  <message>
   <source>Connect a channel, or add a place that is kept by hand, and choose it again.</source>
   <translation>Verbinden Sie einen Kanal oder fügen Sie einen von Hand geführten Ort hinzu, und wählen Sie die Datei erneut.</translation>
  </message>
  <message>
   <source>Connect a channel…</source>
   <translation>Kanal verbinden…</translation>
  </message>
  <message>
   <source>Connect a shop in Channels and Plimsoll finds your products there, or add one by hand.</source>
   <translation>Verbinden Sie unter Kanäle einen Shop, und Plimsoll findet dort Ihre Produkte. Oder fügen Sie eines von Hand hinzu.</translation>
  </message>
  <message>
   <source>Connect again, and allow everything on Etsy’s page: {scope} is missing.</source>
   <translation>Verbinden Sie neu, und erlauben Sie auf der Seite von Etsy alles: {scope} fehlt.</translation>
  </message>
  <message>
   <source>Connect again, and choose Allow in the browser.</source>
   <translation>Verbinden Sie neu, und erlauben Sie im Browser den Zugriff.</translation>
  </message>
  <message>
   <source>Connect it again with the address that the browser shows in the end.</source>
   <translation>Verbinden Sie ihn neu, mit der Adresse, die der Browser am Ende zeigt.</translation>
  </message>
  <message>
   <source>Connect it again.</source>
   <translation>Verbinden Sie ihn neu.</translation>
  </message>
  <message>
   <source>Connect the first place you sell. Plimsoll only reads at first, and shows you what it would change.</source>
   <translation>Verbinden Sie den ersten Ort, an dem Sie verkaufen. Plimsoll liest zuerst nur und zeigt, was es ändern würde.</translation>
  </message>
  <message>
   <source>Connect the second shop</source>
   <translation>Den zweiten Shop verbinden</translation>
  </message>
  <message>
   <source>Connect the shop again with a new key.</source>
   <translation>Verbinden Sie den Shop mit einem neuen Schlüssel.</translation>
  </message>
  <message>
   <source>Connect the shop again, and allow everything.</source>
   <translation>Verbinden Sie den Shop neu, und erlauben Sie alles.</translation>
  </message>
  <message>
   <source>Connect the shop again, and copy each key whole.</source>
   <translation>Verbinden Sie den Shop neu, und kopieren Sie jeden Schlüssel vollständig.</translation>
  </message>
  <message>
   <source>Connect the shop again, and copy the keystring and the shared secret whole.</source>
   <translation>Verbinden Sie den Shop neu, und kopieren Sie Keystring und Shared Secret vollständig.</translation>
  </message>
  <message>
   <source>Connect the shop again. Your stock and its history are untouched.</source>
   <translation>Verbinden Sie den Shop neu. Ihr Bestand und sein Verlauf sind unberührt.</translation>
  </message>
  <message>
   <source>Connect the shop again: its orders are read anew, and none is counted twice.</source>
   <translation>Verbinden Sie den Shop neu: Seine Bestellungen werden neu gelesen, und keine zählt doppelt.</translation>
  </message>
  <message>
   <source>Connect the shop again: press Connect, sign in to Etsy and choose Allow.</source>
   <translation>Verbinden Sie den Shop neu, melden Sie sich bei Etsy an, und erlauben Sie den Zugriff.</translation>
  </message>
  <message>
   <source>Connect your shops again.</source>
   <translation>Verbinden Sie Ihre Shops neu.</translation>
  </message>
  <message>
   <source>Connect {channel} first: what it shows becomes your count. Then the second shop, which may sell only what is still there.</source>
   <translation>Verbinden Sie zuerst {channel}: Was es anzeigt, wird Ihr Bestand. Dann den zweiten Shop, der nur verkaufen darf, was noch da ist.</translation>
  </message>
  <message>
   <source>Connect {shop}</source>
   <translation>{shop} verbinden</translation>
  </message>
  <message>
   <source>Connected, looking only: nothing is sent.</source>
   <translation>Verbunden, nur ansehen: Nichts wird gesendet.</translation>
  </message>
  <message>
   <source>Connected.</source>
   <translation>Verbunden.</translation>
  </message>
  <message>
   <source>Connecting.</source>
   <translation>Wird verbunden.</translation>
  </message>
  <message>
   <source>Consumer key</source>
   <translation>Consumer Key</translation>
  </message>
  <message>
   <source>Consumer secret</source>
   <translation>Consumer Secret</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>Inhalt</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Continue count</source>
   <translation>Weiterzählen</translation>
  </message>
  <message>
   <source>Continue the count</source>
   <translation>Zählung fortsetzen</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Kontrast</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy a draft answer</source>
   <translation>Antwortentwurf kopieren</translation>
  </message>
  <message>
   <source>Copy anyway</source>
   <translation>Trotzdem kopieren</translation>
  </message>
  <message>
   <source>Copy both from Your apps on Etsy again, and check that the app was approved.</source>
   <translation>Kopieren Sie beide noch einmal aus „Your apps“ bei Etsy, und prüfen Sie, ob die App freigegeben ist.</translation>
  </message>
  <message>
   <source>Copy both from the app’s settings again, and check that the app is installed on this shop.</source>
   <translation>Kopieren Sie beide noch einmal aus den Einstellungen der App, und prüfen Sie, ob sie in diesem Shop installiert ist.</translation>
  </message>
  <message>
   <source>Copy it from the channel once more.</source>
   <translation>Kopieren Sie es noch einmal aus dem Kanal.</translation>
  </message>
  <message>
   <source>Copy its address</source>
   <translation>Adresse kopieren</translation>
  </message>
  <message>
   <source>Copy rows</source>
   <translation>Zeilen kopieren</translation>
  </message>
  <message>
   <source>Copy the Admin API access token. Shopify shows it only once, when the app is installed.</source>
   <translation>Kopieren Sie den Admin-API-Zugangsschlüssel. Shopify zeigt ihn nur einmal, wenn die App installiert wird.</translation>
  </message>
  <message>
   <source>Copy the app’s keystring and its shared secret into the fields below.</source>
   <translation>Kopieren Sie Keystring und Shared Secret der App in die Felder unten.</translation>
  </message>
  <message>
   <source>Copy the consumer key and the consumer secret to here now: WooCommerce shows them only once.</source>
   <translation>Kopieren Sie Consumer Key und Consumer Secret jetzt hierher: WooCommerce zeigt sie nur einmal.</translation>
  </message>
  <message>
   <source>Copy the key at the end of that page (“Your webhooks will be signed with…”) into the field below.</source>
   <translation>Kopieren Sie den Schlüssel am Ende dieser Seite („Webhooks werden signiert mit…“) in das Feld unten.</translation>
  </message>
  <message>
   <source>Copy the message</source>
   <translation>Nachricht kopieren</translation>
  </message>
  <message>
   <source>Copy the reorder list</source>
   <translation>Nachbestellliste kopieren</translation>
  </message>
  <message>
   <source>Copy the report</source>
   <translation>Bericht kopieren</translation>
  </message>
  <message>
   <source>Copy the signing secret that begins with whsec_ into the field below.</source>
   <translation>Kopieren Sie das Signaturgeheimnis, das mit whsec_ beginnt, in das Feld unten.</translation>
  </message>
  <message>
   <source>Copy the whole address from the browser’s address bar, or begin to connect again.</source>
   <translation>Kopieren Sie die ganze Adresse aus der Adresszeile des Browsers, oder beginnen Sie neu.</translation>
  </message>
  <message>
   <source>Copy: {words}</source>
   <translation>Kopieren: {words}</translation>
  </message>
  <message>
   <source>Correct the list and choose it again.</source>
   <translation>Berichtigen Sie die Tabelle, und wählen Sie sie neu.</translation>
  </message>
  <message>
   <source>Correct the sheet and choose it again. Nothing was changed.</source>
   <translation>Berichtigen Sie die Tabelle und wählen Sie sie erneut. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Corrected, {change}, {at}.</source>
   <translation>Korrigiert, {change}, {at}.</translation>
  </message>
  <message>
   <source>Correction</source>
   <translation>Korrektur</translation>
  </message>
  <message>
   <source>Corrections</source>
   <translation>Korrekturen</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Kosten</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Zählen</translation>
  </message>
  <message>
   <source>Count again</source>
   <translation>Nachzählen</translation>
  </message>
  <message>
   <source>Count it</source>
   <translation>Zählen</translation>
  </message>
  <message>
   <source>Count it again</source>
   <translation>Nachzählen</translation>
  </message>
  <message>
   <source>Count it now</source>
   <translation>Jetzt zählen</translation>
  </message>
  <message>
   <source>Count it there, or end that count first.</source>
   <translation>Zählen Sie es dort, oder beenden Sie zuerst diese Zählung.</translation>
  </message>
  <message>
   <source>Count its products, and correct their stock by hand.</source>
   <translation>Zählen Sie die Produkte, und korrigieren Sie den Bestand von Hand.</translation>
  </message>
  <message>
   <source>Count nothing</source>
   <translation>Nichts zählen</translation>
  </message>
  <message>
   <source>Count now</source>
   <translation>Jetzt zählen</translation>
  </message>
  <message>
   <source>Count them</source>
   <translation>Zählen</translation>
  </message>
  <message>
   <source>Count these</source>
   <translation>Diese zählen</translation>
  </message>
  <message>
   <source>Count this one</source>
   <translation>Dieses zählen</translation>
  </message>
  <message>
   <source>Count this product</source>
   <translation>Dieses Produkt zählen</translation>
  </message>
  <message numerus="yes">
   <source>Count {n} rows of this list?</source>
   <extracomment>Count {n} row of this list?</extracomment>
   <translation>
    <numerusform>{n} Zeile dieser Tabelle zählen?</numerusform>
    <numerusform>{n} Zeilen dieser Tabelle zählen?</numerusform>
   </translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Counted again when further apart than</source>
   <translation>Nachzählen, wenn weiter auseinander als</translation>
  </message>
  <message>
   <source>Counted and ledger</source>
   <translation>Gezählt und Journal</translation>
  </message>
  <message>
   <source>Counted twice, {pieces} both times.</source>
   <translation>Zweimal gezählt, beide Male {pieces}.</translation>
  </message>
  <message>
   <source>Counted twice: {first}, then {second}.</source>
   <translation>Zweimal gezählt: {first}, dann {second}.</translation>
  </message>
  <message>
   <source>Counted {counted}, the ledger said {said}</source>
   <translation>Gezählt {counted}, laut Journal {said}</translation>
  </message>
  <message>
   <source>Counted {when}</source>
   <translation>Gezählt {when}</translation>
  </message>
  <message>
   <source>Counted, {change}, {at}.</source>
   <translation>Gezählt, {change}, {at}.</translation>
  </message>
  <message>
   <source>Counting does not stop selling.</source>
   <translation>Zählen stoppt den Verkauf nicht.</translation>
  </message>
  <message>
   <source>Counting list</source>
   <translation>Zähltabelle</translation>
  </message>
  <message>
   <source>Counting list from a file…</source>
   <translation>Zähltabelle aus Datei…</translation>
  </message>
  <message>
   <source>Counting list to a file…</source>
   <translation>Zähltabelle in Datei…</translation>
  </message>
  <message>
   <source>Counting now</source>
   <translation>Wird gezählt</translation>
  </message>
  <message>
   <source>Counting sheets</source>
   <translation>Zähllisten</translation>
  </message>
  <message>
   <source>Counting sheets…</source>
   <translation>Zähllisten…</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>Zählungen</translation>
  </message>
  <message>
   <source>Counts and stall days</source>
   <translation>Zählungen und Standtage</translation>
  </message>
  <message>
   <source>Counts due</source>
   <translation>Fällige Zählungen</translation>
  </message>
  <message>
   <source>Counts so far</source>
   <translation>Bisherige Zählungen</translation>
  </message>
  <message>
   <source>Counts so far…</source>
   <translation>Bisherige Zählungen…</translation>
  </message>
  <message>
   <source>Counts: nothing is due. {next}</source>
   <translation>Zählungen: Nichts ist fällig. {next}</translation>
  </message>
  <message>
   <source>Covered after all</source>
   <translation>Doch gedeckt</translation>
  </message>
  <message>
   <source>Covered after all.</source>
   <translation>Doch gedeckt.</translation>
  </message>
  <message>
   <source>Covered after all: a count found more.</source>
   <translation>Doch gedeckt: Eine Zählung fand mehr.</translation>
  </message>
  <message>
   <source>Covered after all: a delivery came.</source>
   <translation>Doch gedeckt: Eine Lieferung kam.</translation>
  </message>
  <message>
   <source>Covered after all: another order was cancelled.</source>
   <translation>Doch gedeckt: Eine andere Bestellung wurde storniert.</translation>
  </message>
  <message>
   <source>Covered after all: pieces came back.</source>
   <translation>Doch gedeckt: Stücke kamen zurück.</translation>
  </message>
  <message>
   <source>Covered after all: the stock was corrected.</source>
   <translation>Doch gedeckt: Der Bestand wurde korrigiert.</translation>
  </message>
  <message>
   <source>Covered, not closed</source>
   <translation>Gedeckt, nicht geschlossen</translation>
  </message>
  <message>
   <source>Create a draft order for one piece, and reserve nothing. While it is a draft, nothing is sold.</source>
   <translation>Legen Sie einen Bestellentwurf über ein Stück an, und reservieren Sie nichts. Solange er ein Entwurf ist, ist nichts verkauft.</translation>
  </message>
  <message>
   <source>Create a version with these scopes, and release it: {scopes}</source>
   <translation>Erstellen Sie eine Version mit diesen Scopes, und veröffentlichen Sie sie: {scopes}</translation>
  </message>
  <message>
   <source>Create the app in the organization that owns the shop.</source>
   <translation>Erstellen Sie die App in der Organisation, der der Shop gehört.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Customer return</source>
   <translation>Kundenrückgabe</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Customers answered</source>
   <translation>Kunden beantwortet</translation>
  </message>
  <message>
   <source>Customers, in the order in which they are served</source>
   <translation>Kunden, in der Reihenfolge der Bedienung</translation>
  </message>
  <message>
   <source>Daily compare</source>
   <translation>Tagesvergleich</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Data folder</source>
   <translation>Datenordner</translation>
  </message>
  <message>
   <source>Date confirmed</source>
   <translation>Datum bestätigt</translation>
  </message>
  <message>
   <source>Dates before this one are kept.</source>
   <translation>Frühere Daten bleiben erhalten.</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Day {day} of {days}, order {order} of {orders}. Nothing against it so far.</source>
   <translation>Tag {day} von {days}, Bestellung {order} von {orders}. Bisher spricht nichts dagegen.</translation>
  </message>
  <message>
   <source>Day {day} of {days}. Nothing against it so far.</source>
   <translation>Tag {day} von {days}. Bisher spricht nichts dagegen.</translation>
  </message>
  <message>
   <source>Day-to-day spread σ</source>
   <translation>Streuung pro Tag σ</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Days between two orders</source>
   <translation>Tage zwischen Bestellungen</translation>
  </message>
  <message>
   <source>Days in stock</source>
   <translation>Tage mit Bestand</translation>
  </message>
  <message>
   <source>Days shown</source>
   <translation>Gezeigte Tage</translation>
  </message>
  <message>
   <source>Days that messages to customers are kept</source>
   <translation>Tage, die Nachrichten an Kunden bleiben</translation>
  </message>
  <message>
   <source>Days you have to send an order there</source>
   <translation>Tage bis zum Versand einer Bestellung dort</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>Entscheiden</translation>
  </message>
  <message>
   <source>Decide later</source>
   <translation>Später entscheiden</translation>
  </message>
  <message>
   <source>Decide what to do about {shop}</source>
   <translation>Entscheiden, was mit {shop} geschieht</translation>
  </message>
  <message>
   <source>Decide: it has no SKU. Choose a product</source>
   <translation>Entscheiden: keine SKU. Wählen Sie ein Produkt</translation>
  </message>
  <message>
   <source>Decide: its SKU is one product and its barcode another</source>
   <translation>Entscheiden: SKU und Barcode gehören zu verschiedenen Produkten</translation>
  </message>
  <message>
   <source>Decide: other listings here have the same SKU</source>
   <translation>Entscheiden: Andere Angebote hier haben dieselbe SKU</translation>
  </message>
  <message>
   <source>Decide…</source>
   <translation>Entscheiden…</translation>
  </message>
  <message>
   <source>Defects before Below Standard</source>
   <translation>Mängel bis „unter Standard“</translation>
  </message>
  <message>
   <source>Defects before Top Rated is lost</source>
   <translation>Mängel bis zum Verlust von „Top-Bewertung“</translation>
  </message>
  <message>
   <source>Defects: orders cancelled by you, and cases closed against you</source>
   <translation>Mängel: von Ihnen stornierte Bestellungen und gegen Sie geschlossene Fälle</translation>
  </message>
  <message>
   <source>Delete template</source>
   <translation>Vorlage löschen</translation>
  </message>
  <message>
   <source>Deletes its products, orders and ledger. Your own inventory is not touched.</source>
   <translation>Löscht seine Produkte, Bestellungen und sein Journal. Ihr eigener Bestand bleibt unberührt.</translation>
  </message>
  <message>
   <source>Deliveries</source>
   <translation>Lieferungen</translation>
  </message>
  <message>
   <source>Delivers no more</source>
   <translation>Liefert nicht mehr</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>Lieferung</translation>
  </message>
  <message>
   <source>Delivery days: a guess, type yours.</source>
   <translation>Lieferzeit: geschätzt, geben Sie Ihre ein.</translation>
  </message>
  <message>
   <source>Delivery days: as you typed them.</source>
   <translation>Lieferzeit: wie von Ihnen eingegeben.</translation>
  </message>
  <message>
   <source>Delivery days: as {name} promises.</source>
   <translation>Lieferzeit: wie {name} verspricht.</translation>
  </message>
  <message numerus="yes">
   <source>Delivery days: {n} orders that came.</source>
   <extracomment>Delivery days: {n} order that came.</extracomment>
   <translation>
    <numerusform>Lieferzeit: aus {n} gelieferten Bestellung.</numerusform>
    <numerusform>Lieferzeit: aus {n} gelieferten Bestellungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Delivery not booked</source>
   <translation>Lieferung nicht gebucht</translation>
  </message>
  <message>
   <source>Delivery, average days</source>
   <translation>Lieferzeit, Tage im Schnitt</translation>
  </message>
  <message>
   <source>Delivery, most days</source>
   <translation>Lieferzeit, Tage höchstens</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Did you mean {link}?</source>
   <translation>Meinten Sie {link}?</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Differs</source>
   <translation>Weicht ab</translation>
  </message>
  <message>
   <source>Differs on {shops}</source>
   <translation>Weicht ab: {shops}</translation>
  </message>
  <message>
   <source>Discard it</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Discard it…</source>
   <translation>Verwerfen…</translation>
  </message>
  <message>
   <source>Discard “{count}”?</source>
   <translation>„{count}“ verwerfen?</translation>
  </message>
  <message>
   <source>Discard…</source>
   <translation>Verwerfen…</translation>
  </message>
  <message>
   <source>Do it in Shop Manager.</source>
   <translation>Tun Sie es im Shop-Manager.</translation>
  </message>
  <message>
   <source>Do it there.</source>
   <translation>Tun Sie es dort.</translation>
  </message>
  <message>
   <source>Do not care</source>
   <translation>Egal</translation>
  </message>
  <message>
   <source>Do not show</source>
   <translation>Nicht zeigen</translation>
  </message>
  <message>
   <source>Do not wait for {shop}</source>
   <translation>Nicht auf {shop} warten</translation>
  </message>
  <message>
   <source>Do the same for “Order created”, “Order deleted”, “Order restored” and “Product updated”.</source>
   <translation>Tun Sie dasselbe für „Bestellung erstellt“, „Bestellung gelöscht“, „Bestellung wiederhergestellt“ und „Produkt aktualisiert“.</translation>
  </message>
  <message>
   <source>Do the same for “Order creation”, “Order cancellation”, “Refund create” and “Inventory level update”.</source>
   <translation>Tun Sie dasselbe für „Bestellungserstellung“, „Bestellungsstornierung“, „Rückerstattungserstellung“ und „Aktualisierung des Lagerbestands“.</translation>
  </message>
  <message>
   <source>Do this by {day}, takes 5 min</source>
   <translation>Bis {day} erledigen, dauert 5 min</translation>
  </message>
  <message>
   <source>Does it put something before or after each code? Scan this one three times.</source>
   <translation>Setzt er etwas vor oder hinter jeden Code? Scannen Sie diesen dreimal.</translation>
  </message>
  <message>
   <source>Does not answer since {at}</source>
   <translation>Antwortet nicht seit {at}</translation>
  </message>
  <message>
   <source>Does not apply</source>
   <translation>Trifft nicht zu</translation>
  </message>
  <message>
   <source>Does not apply. {reason}</source>
   <translation>Trifft nicht zu. {reason}</translation>
  </message>
  <message>
   <source>Does not apply…</source>
   <translation>Trifft nicht zu…</translation>
  </message>
  <message>
   <source>Does the browser end on a page that it cannot show? Copy the whole address from its address bar, and paste it here.</source>
   <translation>Endet der Browser auf einer Seite, die er nicht zeigen kann? Kopieren Sie die ganze Adresse aus seiner Adresszeile, und fügen Sie sie hier ein.</translation>
  </message>
  <message>
   <source>Does {name} deliver no more?</source>
   <translation>Liefert {name} nicht mehr?</translation>
  </message>
  <message>
   <source>Does {shop} show numbers to buyers? Say which products it lists.</source>
   <translation>Zeigt {shop} den Käufern Zahlen? Sagen Sie, welche Produkte dort angeboten sind.</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Done by hand</source>
   <translation>Von Hand erledigt</translation>
  </message>
  <message>
   <source>Done by hand at {shop}</source>
   <translation>Bei {shop} von Hand erledigt</translation>
  </message>
  <message>
   <source>Done by hand {at}.</source>
   <translation>Von Hand erledigt {at}.</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Draft answer copied</source>
   <translation>Antwortentwurf kopiert</translation>
  </message>
  <message>
   <source>Draft orders and invoices</source>
   <translation>Bestellentwürfe und Rechnungen</translation>
  </message>
  <message>
   <source>Draft saved {at}</source>
   <translation>Entwurf gespeichert {at}</translation>
  </message>
  <message>
   <source>Draft, not sent</source>
   <translation>Entwurf, nicht gesendet</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Due by sales</source>
   <translation>Fällig nach Verkäufen</translation>
  </message>
  <message>
   <source>Due now</source>
   <translation>Jetzt fällig</translation>
  </message>
  <message numerus="yes">
   <source>Due now. {n} missed</source>
   <extracomment>Due now. {n} missed</extracomment>
   <translation>
    <numerusform>Jetzt fällig. {n} verpasst</numerusform>
    <numerusform>Jetzt fällig. {n} verpasst</numerusform>
   </translation>
  </message>
  <message>
   <source>Due since {day}</source>
   <translation>Fällig seit {day}</translation>
  </message>
  <message>
   <source>Due today</source>
   <translation>Heute fällig</translation>
  </message>
  <message>
   <source>Due {day}</source>
   <translation>Fällig {day}</translation>
  </message>
  <message>
   <source>Due {day}, confirmed by {who}</source>
   <translation>Fällig {day}, bestätigt von {who}</translation>
  </message>
  <message>
   <source>Due {when}. {note}</source>
   <translation>Fällig: {when} · {note}</translation>
  </message>
  <message>
   <source>Due. {note}</source>
   <translation>Fällig. {note}</translation>
  </message>
  <message>
   <source>Duplicate SKU</source>
   <translation>SKU doppelt</translation>
  </message>
  <message>
   <source>Duplicate listing</source>
   <translation>Angebot doppelt</translation>
  </message>
  <message>
   <source>Each backup is copied there too, and read back: another disk, a stick, or a folder in the cloud.</source>
   <translation>Jede Sicherung wird auch dorthin kopiert und zurückgelesen: eine andere Festplatte, ein Stick oder ein Ordner in der Cloud.</translation>
  </message>
  <message>
   <source>Each label carries the SKU as Code 128, or as a QR code where the bars would be too thin.</source>
   <translation>Jedes Etikett trägt die SKU als Code 128, oder als QR-Code, wo die Striche zu dünn wären.</translation>
  </message>
  <message>
   <source>Each pace</source>
   <translation>Jedes Tempo</translation>
  </message>
  <message>
   <source>Each place shows its own share of what was there when the last day began.</source>
   <translation>Jeder Ort zeigt seinen Anteil an dem, was zu Beginn des letzten Tages da war.</translation>
  </message>
  <message>
   <source>Each scan is a sale. Type 3* before it for three, and @12.50 after it for the price.</source>
   <translation>Jeder Scan ist ein Verkauf. 3* davor steht für drei, @12,50 danach für den Preis.</translation>
  </message>
  <message>
   <source>Earlier alarms:</source>
   <translation>Frühere Alarme:</translation>
  </message>
  <message>
   <source>Earlier checks</source>
   <translation>Frühere Prüfungen</translation>
  </message>
  <message>
   <source>Earlier miscount</source>
   <translation>Früher verzählt</translation>
  </message>
  <message>
   <source>Edit limits…</source>
   <translation>Grenzen ändern…</translation>
  </message>
  <message>
   <source>Edit or add templates</source>
   <translation>Vorlagen bearbeiten, hinzufügen</translation>
  </message>
  <message>
   <source>Edit the limits of {shop}</source>
   <translation>Grenzen von {shop} bearbeiten</translation>
  </message>
  <message>
   <source>Edit the template, or save it under another name</source>
   <translation>Vorlage bearbeiten oder unter anderem Namen speichern</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>Ändern…</translation>
  </message>
  <message>
   <source>Eight questions</source>
   <translation>Acht Fragen</translation>
  </message>
  <message>
   <source>Encryption</source>
   <translation>Verschlüsselung</translation>
  </message>
  <message>
   <source>End</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>End it, put all back</source>
   <translation>Beenden und alles zurückstellen</translation>
  </message>
  <message>
   <source>End the day</source>
   <translation>Tag beenden</translation>
  </message>
  <message>
   <source>End the day at {place}?</source>
   <translation>Den Tag bei {place} beenden?</translation>
  </message>
  <message>
   <source>End the stall day…</source>
   <translation>Standtag beenden…</translation>
  </message>
  <message>
   <source>End this count…</source>
   <translation>Diese Zählung beenden…</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Englisch</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Enter a confirmed date…</source>
   <translation>Bestätigtes Datum eingeben…</translation>
  </message>
  <message>
   <source>Enter goes to one</source>
   <translation>Eingabe öffnet eines</translation>
  </message>
  <message>
   <source>Enter one, and who confirmed it. Nothing was changed.</source>
   <translation>Geben Sie eines ein, und wer es bestätigt hat. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Enter sales of {shop}</source>
   <translation>Verkäufe von {shop} eingeben</translation>
  </message>
  <message>
   <source>Enter sales…</source>
   <translation>Eintragen…</translation>
  </message>
  <message>
   <source>Enter the sale</source>
   <translation>Verkauf eingeben</translation>
  </message>
  <message>
   <source>Entered by hand</source>
   <translation>Von Hand</translation>
  </message>
  <message>
   <source>Enters its sales</source>
   <translation>Verkäufe eintragen</translation>
  </message>
  <message>
   <source>Errors</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Etsy allows no more calls for the moment.</source>
   <translation>Etsy lässt im Moment keine weiteren Anfragen zu.</translation>
  </message>
  <message>
   <source>Etsy asked us to wait: too many requests.</source>
   <translation>Etsy bittet uns zu warten: zu viele Anfragen.</translation>
  </message>
  <message>
   <source>Etsy denies Plimsoll a permission that it needs.</source>
   <translation>Etsy verweigert Plimsoll eine nötige Berechtigung.</translation>
  </message>
  <message>
   <source>Etsy denies Plimsoll the permission {scope}.</source>
   <translation>Etsy verweigert Plimsoll die Berechtigung {scope}.</translation>
  </message>
  <message>
   <source>Etsy did not change the listing’s state, although it said yes.</source>
   <translation>Etsy hat den Status des Angebots nicht geändert, obwohl es zugestimmt hat.</translation>
  </message>
  <message>
   <source>Etsy does not accept the keystring and the shared secret.</source>
   <translation>Etsy akzeptiert Keystring und Shared Secret nicht.</translation>
  </message>
  <message>
   <source>Etsy lets nobody cancel or refund from outside.</source>
   <translation>Etsy lässt niemanden von außen stornieren oder erstatten.</translation>
  </message>
  <message>
   <source>Etsy lets nobody cancel or refund from outside. On the order’s page in Shop Manager choose More actions, then Cancel. The buyer is paid back in full; it can take up to 48 hours. A sold-out item is not put back on sale by that: Plimsoll writes its number afterwards.</source>
   <translation>Etsy lässt niemanden von außen stornieren oder erstatten. Wählen Sie auf der Seite der Bestellung im Shop-Manager „Weitere Aktionen“, dann „Stornieren“. Der Käufer erhält alles zurück; das kann bis zu 48 Stunden dauern. Ein ausverkaufter Artikel kommt dadurch nicht zurück in den Verkauf: Plimsoll schreibt seine Zahl danach.</translation>
  </message>
  <message>
   <source>Etsy no longer has this listing.</source>
   <translation>Etsy hat dieses Angebot nicht mehr.</translation>
  </message>
  <message>
   <source>Etsy publishes the draft and charges its listing fee. It needs a photo.</source>
   <translation>Etsy veröffentlicht den Entwurf und berechnet die Einstellgebühr. Er braucht ein Foto.</translation>
  </message>
  <message>
   <source>Etsy refused the request.</source>
   <translation>Etsy hat die Anfrage abgelehnt.</translation>
  </message>
  <message>
   <source>Etsy refused to change the listing’s state.</source>
   <translation>Etsy lehnt es ab, den Status des Angebots zu ändern.</translation>
  </message>
  <message>
   <source>Etsy renews the listing for four months and charges its listing fee.</source>
   <translation>Etsy verlängert das Angebot um vier Monate und berechnet die Einstellgebühr.</translation>
  </message>
  <message>
   <source>Etsy renews the listing for four months and charges its listing fee. It shows 1 for a moment, then the number that Plimsoll sends.</source>
   <translation>Etsy verlängert das Angebot um vier Monate und berechnet die Einstellgebühr. Es zeigt kurz 1, dann die Zahl, die Plimsoll sendet.</translation>
  </message>
  <message>
   <source>Etsy shows it under Your apps.</source>
   <translation>Etsy zeigt ihn unter „Your apps“.</translation>
  </message>
  <message>
   <source>Etsy tells of the first 12,100 in one state only. Expire or delete those you no longer sell.</source>
   <translation>Etsy nennt nur die ersten 12.100 in einem Status. Lassen Sie ablaufen oder löschen Sie, was Sie nicht mehr verkaufen.</translation>
  </message>
  <message>
   <source>Etsy wants you back before {date}.</source>
   <translation>Etsy verlangt eine neue Anmeldung bis {date}.</translation>
  </message>
  <message>
   <source>Etsy wants you to allow Plimsoll again whenever it has not run for 90 days.</source>
   <translation>Etsy verlangt eine neue Erlaubnis, wenn Plimsoll 90 Tage lang nicht gelaufen ist.</translation>
  </message>
  <message>
   <source>Etsy wants you to allow Plimsoll again.</source>
   <translation>Etsy verlangt eine neue Erlaubnis für Plimsoll.</translation>
  </message>
  <message>
   <source>Etsy wants you to allow this again whenever Plimsoll has not run for 90 days.</source>
   <translation>Etsy verlangt das erneut, wenn Plimsoll 90 Tage lang nicht gelaufen ist.</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Ereignisse</translation>
  </message>
  <message>
   <source>Every alert of {title}, and of the channels that sell it: by which numbers it was checked, and how that came out.</source>
   <translation>Jeder Hinweis zu {title} und zu den Kanälen, die es verkaufen: mit welchen Zahlen er geprüft wurde und wie es ausging.</translation>
  </message>
  <message>
   <source>Every alert that is met now, and every channel. A product’s own window, in Inventory, also shows what is not met.</source>
   <translation>Jeder Hinweis, der jetzt erfüllt ist, und jeder Kanal. Das Fenster eines Produkts unter „Bestand“ zeigt auch, was nicht erfüllt ist.</translation>
  </message>
  <message>
   <source>Every buyer below who still waits was written to.</source>
   <translation>Alle unten, die noch warten, sind angeschrieben.</translation>
  </message>
  <message>
   <source>Every change</source>
   <translation>Jede Änderung</translation>
  </message>
  <message>
   <source>Every change can be traced</source>
   <translation>Jede Änderung ist nachvollziehbar</translation>
  </message>
  <message>
   <source>Every channel</source>
   <translation>Jeder Kanal</translation>
  </message>
  <message>
   <source>Every channel has confirmed its number.</source>
   <translation>Jeder Kanal hat seine Zahl bestätigt.</translation>
  </message>
  <message>
   <source>Every channel has stopped</source>
   <translation>Jeder Kanal ist gestoppt</translation>
  </message>
  <message numerus="yes">
   <source>Every channel was told, but {n} numbers were not taken.</source>
   <extracomment>Every channel was told, but {n} number was not taken.</extracomment>
   <translation>
    <numerusform>Jeder Kanal hat es erfahren, aber {n} Zahl wurde nicht angenommen.</numerusform>
    <numerusform>Jeder Kanal hat es erfahren, aber {n} Zahlen wurden nicht angenommen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Every check of an alert, with its numbers: fired, suppressed and why, or not met.</source>
   <translation>Jede Prüfung eines Hinweises mit ihren Zahlen: ausgelöst, unterdrückt und warum, oder nicht erfüllt.</translation>
  </message>
  <message>
   <source>Every check passed.</source>
   <translation>Alle Prüfungen bestanden.</translation>
  </message>
  <message>
   <source>Every floor is as your sales say</source>
   <translation>Jeder Mindestbestand ist so, wie Ihre Verkäufe es sagen</translation>
  </message>
  <message>
   <source>Every key that does something, by page.</source>
   <translation>Jede Taste, die etwas tut, nach Seiten.</translation>
  </message>
  <message>
   <source>Every level is the sum of its ledger rows.</source>
   <translation>Jeder Bestand ist die Summe seiner Buchungen im Journal.</translation>
  </message>
  <message>
   <source>Every linked number was read or confirmed since then.</source>
   <translation>Jede verknüpfte Zahl wurde seither gelesen oder bestätigt.</translation>
  </message>
  <message>
   <source>Every listing is linked, still there, and counted.</source>
   <translation>Jedes Angebot ist verknüpft, noch da und gezählt.</translation>
  </message>
  <message>
   <source>Every number is confirmed.</source>
   <translation>Jede Zahl ist bestätigt.</translation>
  </message>
  <message>
   <source>Every number is read again.</source>
   <translation>Jede Zahl wird neu gelesen.</translation>
  </message>
  <message>
   <source>Every number travels as long as it did then.</source>
   <translation>Jede Zahl ist so lange unterwegs wie damals.</translation>
  </message>
  <message>
   <source>Every number was confirmed in time, and nobody changed one.</source>
   <translation>Jede Zahl wurde pünktlich bestätigt, und niemand hat eine geändert.</translation>
  </message>
  <message>
   <source>Every order gets its pieces, and nobody is owed money</source>
   <translation>Jede Bestellung bekommt ihre Stücke, und niemand bekommt Geld zurück</translation>
  </message>
  <message>
   <source>Every product</source>
   <translation>Jedes Produkt</translation>
  </message>
  <message>
   <source>Every product and channel</source>
   <translation>Jedes Produkt und jeder Kanal</translation>
  </message>
  <message>
   <source>Every product has a barcode</source>
   <translation>Jedes Produkt hat einen Barcode</translation>
  </message>
  <message>
   <source>Every product of this shelf is counted. F4 closes it.</source>
   <translation>Jedes Produkt dieses Regals ist gezählt. F4 schließt es ab.</translation>
  </message>
  <message>
   <source>Every product that can start from {shop} has its number.</source>
   <translation>Jedes Produkt, das mit {shop} beginnen kann, hat seine Zahl.</translation>
  </message>
  <message>
   <source>Every quarter: do the floors still fit what sells? Nothing changes by itself.</source>
   <translation>Jedes Quartal: Passen die Mindestbestände noch zu den Verkäufen? Nichts ändert sich von selbst.</translation>
  </message>
  <message>
   <source>Everybody gets what was ordered</source>
   <translation>Alle bekommen, was bestellt wurde</translation>
  </message>
  <message>
   <source>Everybody was written to, and it is settled with all</source>
   <translation>Allen wurde geschrieben, und mit allen ist es geklärt</translation>
  </message>
  <message>
   <source>Everyone was written to</source>
   <translation>Alle sind angeschrieben</translation>
  </message>
  <message>
   <source>Everyone who waits can be served. Nobody has to be written to.</source>
   <translation>Alle, die warten, lassen sich bedienen. Niemand muss angeschrieben werden.</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Everything else goes on. Plimsoll does not see whether another computer sends there too.</source>
   <translation>Alles andere geht weiter. Plimsoll sieht nicht, ob auch ein anderer Computer dorthin sendet.</translation>
  </message>
  <message>
   <source>Everything is read.</source>
   <translation>Alles ist gelesen.</translation>
  </message>
  <message>
   <source>Everything is seen to: it can be signed.</source>
   <translation>Alles ist erledigt: Sie können unterschreiben.</translation>
  </message>
  <message>
   <source>Everything is sent, then read back.</source>
   <translation>Alles wird gesendet und dann zurückgelesen.</translation>
  </message>
  <message>
   <source>Everything is told and read back. You can close Plimsoll.</source>
   <translation>Alles ist gesendet und zurückgelesen. Sie können Plimsoll schließen.</translation>
  </message>
  <message>
   <source>Everything sells as it did before.</source>
   <translation>Alles verkauft sich wie bisher.</translation>
  </message>
  <message>
   <source>Everything was counted by {day}. Do the floors still fit?</source>
   <translation>Bis {day} wurde alles gezählt. Passen die Mindestbestände noch?</translation>
  </message>
  <message>
   <source>Everything was looked at.</source>
   <translation>Alles ist durchgesehen.</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Überall</translation>
  </message>
  <message>
   <source>Everywhere, and channel by channel. A product’s own are in Inventory.</source>
   <translation>Überall und Kanal für Kanal. Eigene eines Produkts stehen unter Bestand.</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Belege</translation>
  </message>
  <message>
   <source>Excel workbook (*.xlsx)</source>
   <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
  </message>
  <message>
   <source>Expect a delivery…</source>
   <translation>Lieferung erwarten…</translation>
  </message>
  <message>
   <source>Expect it</source>
   <translation>Erwarten</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Expired there</source>
   <translation>Dort abgelaufen</translation>
  </message>
  <message>
   <source>Export confirmations</source>
   <translation>Bestätigungen exportieren</translation>
  </message>
  <message>
   <source>Export every confirmation</source>
   <translation>Jede Bestätigung exportieren</translation>
  </message>
  <message>
   <source>Export incidents</source>
   <translation>Vorfälle exportieren</translation>
  </message>
  <message>
   <source>Export products</source>
   <translation>Produkte exportieren</translation>
  </message>
  <message>
   <source>Export products…</source>
   <translation>Produkte exportieren…</translation>
  </message>
  <message>
   <source>Export these rows</source>
   <translation>Diese Buchungen exportieren</translation>
  </message>
  <message>
   <source>Export these rows…</source>
   <translation>Diese Buchungen exportieren…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Extra in one channel</source>
   <translation>Zusätzlich in einem Kanal</translation>
  </message>
  <message>
   <source>Facebook and Instagram shops</source>
   <translation>Facebook- und Instagram-Shops</translation>
  </message>
  <message>
   <source>Falling</source>
   <translation>Fallend</translation>
  </message>
  <message>
   <source>Featured mail</source>
   <translation>Newsletter</translation>
  </message>
  <message>
   <source>Fell to 0</source>
   <translation>Auf 0 gefallen</translation>
  </message>
  <message>
   <source>Fewer available than</source>
   <translation>Weniger verfügbar als</translation>
  </message>
  <message>
   <source>Fewest available first</source>
   <translation>Wenigste verfügbar zuerst</translation>
  </message>
  <message>
   <source>Fewest committed first</source>
   <translation>Wenigste zugesagt zuerst</translation>
  </message>
  <message>
   <source>Fewest on hand first</source>
   <translation>Wenigste vorhanden zuerst</translation>
  </message>
  <message>
   <source>Fields: {fields}</source>
   <translation>Felder: {fields}</translation>
  </message>
  <message>
   <source>Fill in again</source>
   <translation>Neu ausfüllen</translation>
  </message>
  <message>
   <source>Filter further</source>
   <translation>Weiter filtern</translation>
  </message>
  <message>
   <source>Filter the floors to update</source>
   <translation>Anzupassende Mindestbestände filtern</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Filters are on: {filters}.</source>
   <translation>Filter sind an: {filters}.</translation>
  </message>
  <message>
   <source>Find WooCommerce there</source>
   <translation>WooCommerce dort finden</translation>
  </message>
  <message>
   <source>Find or do anything</source>
   <translation>Suchen, ausführen</translation>
  </message>
  <message numerus="yes">
   <source>Find or order {n} pieces. What comes in counts here once you post it with Adjust stock.</source>
   <extracomment>Find or order {n} piece. What comes in counts here once you post it with Adjust stock.</extracomment>
   <translation>
    <numerusform>Finden oder bestellen Sie {n} Stück. Was kommt, zählt hier, sobald Sie es mit „Bestand korrigieren“ buchen.</numerusform>
    <numerusform>Finden oder bestellen Sie {n} Stück. Was kommt, zählt hier, sobald Sie es mit „Bestand korrigieren“ buchen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Find the program or person that writes stock there, and leave it read access only. Until then Plimsoll asks about a number that is replaced again and again, whatever you chose.</source>
   <translation>Finden Sie das Programm oder die Person, die dort Bestand schreibt, und lassen Sie ihr nur Lesezugriff. Bis dahin fragt Plimsoll bei jeder Zahl, die immer wieder ersetzt wird, was immer Sie gewählt haben.</translation>
  </message>
  <message>
   <source>Find your shop</source>
   <translation>Ihren Shop finden</translation>
  </message>
  <message>
   <source>Finds</source>
   <translation>Treffer</translation>
  </message>
  <message>
   <source>Finish later</source>
   <translation>Später beenden</translation>
  </message>
  <message>
   <source>Fired</source>
   <translation>Ausgelöst</translation>
  </message>
  <message>
   <source>Fired at {at}: {words}</source>
   <translation>Ausgelöst ({at}): {words}</translation>
  </message>
  <message>
   <source>Fired at {at}: {words} {told}</source>
   <translation>Ausgelöst ({at}): {words} {told}</translation>
  </message>
  <message>
   <source>First and last row</source>
   <translation>Erste und letzte Zeile</translation>
  </message>
  <message>
   <source>First claim to the last pieces</source>
   <translation>Vorrang bei den letzten Stücken</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>First enter what was sold there. Then type these numbers at {shop} and tick them.</source>
   <translation>Geben Sie zuerst ein, was dort verkauft wurde. Tippen Sie dann diese Zahlen bei {shop} ein und haken Sie sie ab.</translation>
  </message>
  <message>
   <source>First messages answered in 48 h</source>
   <translation>Erste Nachrichten, in 48 h beantwortet</translation>
  </message>
  <message>
   <source>First number</source>
   <translation>Erste Zahl</translation>
  </message>
  <message>
   <source>First order here.</source>
   <translation>Erste Bestellung hier.</translation>
  </message>
  <message>
   <source>First {channel}, then the second shop</source>
   <translation>Erst {channel}, dann der zweite Shop</translation>
  </message>
  <message>
   <source>Fix and check</source>
   <translation>Beheben und prüfen</translation>
  </message>
  <message>
   <source>Fix verified</source>
   <translation>Abhilfe bestätigt</translation>
  </message>
  <message>
   <source>Floor</source>
   <translation>Minimum</translation>
  </message>
  <message>
   <source>Floor 0, let it sell out</source>
   <translation>Mindestbestand 0, ausverkaufen</translation>
  </message>
  <message>
   <source>Floor and reorder at</source>
   <translation>Mindest- und Meldebestand</translation>
  </message>
  <message>
   <source>Floor and reorder point of the selected…</source>
   <translation>Mindestbestand und Meldebestand der ausgewählten…</translation>
  </message>
  <message numerus="yes">
   <source>Floor and reorder point of {n} products</source>
   <extracomment>Floor and reorder point of {n} product</extracomment>
   <translation>
    <numerusform>Mindestbestand und Meldebestand von {n} Produkt</numerusform>
    <numerusform>Mindestbestand und Meldebestand von {n} Produkten</numerusform>
   </translation>
  </message>
  <message>
   <source>Floor for</source>
   <translation>Mindestbestand für</translation>
  </message>
  <message>
   <source>Floor for which product?</source>
   <translation>Mindestbestand für welches Produkt?</translation>
  </message>
  <message>
   <source>Floor for…</source>
   <translation>Mindestbestand für…</translation>
  </message>
  <message>
   <source>Floor of {title} set from {before} to {after}</source>
   <translation>Mindestbestand von {title} von {before} auf {after} gesetzt</translation>
  </message>
  <message>
   <source>Floor {n}</source>
   <translation>Min. {n}</translation>
  </message>
  <message>
   <source>Floor {old} → {floor}     Reorder at {was} → {at}</source>
   <translation>Mindestbestand {old} → {floor}     Nachbestellen bei {was} → {at}</translation>
  </message>
  <message>
   <source>Floor {pieces}</source>
   <translation>Mindestbestand {pieces}</translation>
  </message>
  <message>
   <source>Floor {value}</source>
   <translation>Mindestbestand {value}</translation>
  </message>
  <message>
   <source>Floors and forecasts learn from them what sold before. No stock changes, and no channel is told anything. Read twice, they count once.</source>
   <translation>Mindestbestände und Prognosen lernen daraus, was früher verkauft wurde. Kein Bestand ändert sich, und kein Kanal erfährt etwas. Zweimal gelesen zählen sie einmal.</translation>
  </message>
  <message>
   <source>Floors are reckoned by {n} days and {level}</source>
   <translation>Mindestbestände werden mit {n} Tagen und {level} berechnet</translation>
  </message>
  <message>
   <source>Floors to update</source>
   <translation>Mindestbestände anpassen</translation>
  </message>
  <message>
   <source>Floors, orders and sales events</source>
   <translation>Mindestbestände, Bestellungen und Aktionen</translation>
  </message>
  <message>
   <source>Floors: no product is at or under its floor</source>
   <translation>Mindestbestände: Kein Produkt ist daran oder darunter</translation>
  </message>
  <message>
   <source>Follow the steps by hand.</source>
   <translation>Führen Sie die Schritte von Hand aus.</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Zweck</translation>
  </message>
  <message>
   <source>For every product, unless you used other days or another certainty for it. Floors that hold stay until you use new ones.</source>
   <translation>Für jedes Produkt, außer Sie haben für eines andere Tage oder eine andere Sicherheit verwendet. Geltende Mindestbestände bleiben, bis Sie neue verwenden.</translation>
  </message>
  <message numerus="yes">
   <source>For {n} days</source>
   <extracomment>For {n} day</extracomment>
   <translation>
    <numerusform>Für {n} Tag</numerusform>
    <numerusform>Für {n} Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>Forget it</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Forget the link</source>
   <translation>Verknüpfung vergessen</translation>
  </message>
  <message>
   <source>Forget the link of {title}?</source>
   <translation>Verknüpfung von {title} vergessen?</translation>
  </message>
  <message>
   <source>Forget the relay without its answer?</source>
   <translation>Relay ohne seine Antwort vergessen?</translation>
  </message>
  <message>
   <source>Forget what was scanned</source>
   <translation>Gescanntes verwerfen</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>Found within {seconds} s of our own write: another program writes there too.</source>
   <translation>Binnen {seconds} s nach unserer eigenen Zahl gefunden: ein anderes Programm schreibt dort auch.</translation>
  </message>
  <message>
   <source>Found {time}</source>
   <translation>Gefunden {time}</translation>
  </message>
  <message>
   <source>Four parts</source>
   <translation>Vier Teile</translation>
  </message>
  <message>
   <source>Free some space soon. Nothing is lost yet, and Plimsoll goes on.</source>
   <translation>Schaffen Sie bald Platz. Noch ist nichts verloren, und Plimsoll arbeitet weiter.</translation>
  </message>
  <message>
   <source>Free some space. Nothing was lost, and nothing was changed.</source>
   <translation>Schaffen Sie Platz. Nichts ging verloren, und nichts wurde geändert.</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>From 10 % on it costs points and caps your orders.</source>
   <translation>Ab 10 % kostet es Punkte und begrenzt Ihre Bestellungen.</translation>
  </message>
  <message>
   <source>From everywhere</source>
   <translation>Von überall</translation>
  </message>
  <message>
   <source>From five orders on, the days they really took are used instead of the promised ones.</source>
   <translation>Ab fünf Bestellungen gelten statt der versprochenen Tage die wirklichen.</translation>
  </message>
  <message>
   <source>From how much sales vary</source>
   <translation>Aus der Schwankung der Verkäufe</translation>
  </message>
  <message>
   <source>From now on this computer sends, and the other one only looks. Close Plimsoll there first.</source>
   <translation>Ab jetzt sendet dieser Computer, der andere sieht nur an. Schließen Sie Plimsoll zuerst dort.</translation>
  </message>
  <message>
   <source>From now on this computer sends. The other one notices it within a few minutes, and only looks.</source>
   <translation>Von jetzt an sendet dieser Computer. Der andere bemerkt es in wenigen Minuten und sieht nur noch an.</translation>
  </message>
  <message>
   <source>From now on this computer sends. {shop} cannot tell the other one: close Plimsoll there first.</source>
   <translation>Von jetzt an sendet dieser Computer. {shop} kann es dem anderen nicht sagen: Schließen Sie Plimsoll dort zuerst.</translation>
  </message>
  <message>
   <source>From the next start of Plimsoll.</source>
   <translation>Ab dem nächsten Start von Plimsoll.</translation>
  </message>
  <message>
   <source>From this day on</source>
   <translation>Ab diesem Tag</translation>
  </message>
  <message>
   <source>From your worst case</source>
   <translation>Aus Ihrem schlimmsten Fall</translation>
  </message>
  <message>
   <source>From {least} to {most}</source>
   <translation>Von {least} bis {most}</translation>
  </message>
  <message>
   <source>Full refund</source>
   <translation>Volle Erstattung</translation>
  </message>
  <message>
   <source>German</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Get ready to leave?</source>
   <translation>Weggehen vorbereiten?</translation>
  </message>
  <message>
   <source>Get ready to leave…</source>
   <translation>Weggehen vorbereiten…</translation>
  </message>
  <message>
   <source>Gets its {n}</source>
   <translation>Erhält {n}</translation>
  </message>
  <message>
   <source>Getting ready to leave</source>
   <translation>Weggehen wird vorbereitet</translation>
  </message>
  <message>
   <source>Give it these Admin API scopes, and save: {scopes}</source>
   <translation>Geben Sie ihr diese Admin-API-Scopes, und speichern Sie: {scopes}</translation>
  </message>
  <message>
   <source>Give it up</source>
   <translation>Aufheben</translation>
  </message>
  <message>
   <source>Give the channel this address, and keep it to yourself. Then see whether a test comes back.</source>
   <translation>Geben Sie dem Kanal diese Adresse und behalten Sie sie für sich. Sehen Sie dann, ob ein Test zurückkommt.</translation>
  </message>
  <message>
   <source>Give the place a name, for example Market stall.</source>
   <translation>Geben Sie dem Ort einen Namen, zum Beispiel Marktstand.</translation>
  </message>
  <message>
   <source>Give the place a name.</source>
   <translation>Geben Sie dem Ort einen Namen.</translation>
  </message>
  <message>
   <source>Given up after 24 h</source>
   <translation>Nach 24 h aufgegeben</translation>
  </message>
  <message>
   <source>Go back and look</source>
   <translation>Zurück und nachsehen</translation>
  </message>
  <message>
   <source>Go live</source>
   <translation>Live schalten</translation>
  </message>
  <message numerus="yes">
   <source>Go live and send {n} numbers</source>
   <extracomment>Go live and send {n} number</extracomment>
   <translation>
    <numerusform>Live schalten und {n} Zahl senden</numerusform>
    <numerusform>Live schalten und {n} Zahlen senden</numerusform>
   </translation>
  </message>
  <message>
   <source>Go live with {shop}</source>
   <translation>{shop} live schalten</translation>
  </message>
  <message>
   <source>Go live…</source>
   <translation>Live schalten…</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Go on at {place}</source>
   <translation>Bei {place} weitermachen</translation>
  </message>
  <message>
   <source>Go on at {place}?</source>
   <translation>Bei {place} weitermachen?</translation>
  </message>
  <message>
   <source>Go on counting</source>
   <translation>Weiterzählen</translation>
  </message>
  <message>
   <source>Go on later</source>
   <translation>Später weitermachen</translation>
  </message>
  <message>
   <source>Go on there. Incident {number} stays closed.</source>
   <translation>Machen Sie dort weiter. Vorfall {number} bleibt geschlossen.</translation>
  </message>
  <message>
   <source>Go on with “{count}”?</source>
   <translation>Mit „{count}“ weitermachen?</translation>
  </message>
  <message>
   <source>Go to channels</source>
   <translation>Zu den Kanälen</translation>
  </message>
  <message>
   <source>Goes on selling</source>
   <translation>Verkauft weiter</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>Gut</translation>
  </message>
  <message>
   <source>Google Shopping</source>
   <translation>Google Shopping</translation>
  </message>
  <message>
   <source>Grave</source>
   <translation>Schwer</translation>
  </message>
  <message>
   <source>Half an hour before, without a question: a network that is lost in the evening cannot be prepared for afterwards. Plimsoll goes on selling and sharing out; one press shares everything again.</source>
   <translation>Eine halbe Stunde vorher, ohne Frage: Fällt am Abend das Netz aus, lässt sich nichts mehr vorbereiten. Plimsoll verkauft weiter und verteilt; ein Druck zeigt alles wieder gemeinsam.</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Übergeben</translation>
  </message>
  <message>
   <source>Happened</source>
   <translation>Geschehen</translation>
  </message>
  <message>
   <source>Happened (UTC)</source>
   <translation>Geschehen (UTC)</translation>
  </message>
  <message>
   <source>Happened {at}, in UTC {utc}</source>
   <translation>Geschehen {at}, in UTC {utc}</translation>
  </message>
  <message>
   <source>Has the keyboard</source>
   <translation>Hat die Tastatur</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Heard</source>
   <translation>Bekannt</translation>
  </message>
  <message>
   <source>Heard by polling</source>
   <translation>Per Abfragen bekannt</translation>
  </message>
  <message>
   <source>Heard by relay</source>
   <translation>Per Relay bekannt</translation>
  </message>
  <message>
   <source>Heard by webhook</source>
   <translation>Per Webhook bekannt</translation>
  </message>
  <message>
   <source>Heard of earlier</source>
   <translation>Früher bekannt</translation>
  </message>
  <message>
   <source>Heard of in</source>
   <translation>Erfahren nach</translation>
  </message>
  <message>
   <source>Held back</source>
   <translation>Zurückgehalten</translation>
  </message>
  <message>
   <source>Held back as everywhere: {pieces}</source>
   <translation>Zurückgehalten wie überall: {pieces}</translation>
  </message>
  <message>
   <source>Held back as for the whole product: {pieces}</source>
   <translation>Zurückgehalten wie beim ganzen Produkt: {pieces}</translation>
  </message>
  <message>
   <source>Held back as of everything on {shop}: {pieces}</source>
   <translation>Zurückgehalten wie von allem auf {shop}: {pieces}</translation>
  </message>
  <message>
   <source>Held back everywhere</source>
   <translation>Überall zurückgehalten</translation>
  </message>
  <message>
   <source>Held back everywhere set from {old} to {new}</source>
   <translation>Überall zurückgehalten von {old} auf {new} gesetzt</translation>
  </message>
  <message>
   <source>Held back everywhere: {pieces}. Press to change it for this product.</source>
   <translation>Überall zurückgehalten: {pieces}. Zum Ändern für dieses Produkt drücken.</translation>
  </message>
  <message>
   <source>Held back from {shop} on top of {pieces}. Empty: nothing on top</source>
   <translation>Bei {shop} zusätzlich zu {pieces} zurückgehalten. Leer: nichts zusätzlich</translation>
  </message>
  <message>
   <source>Held back from {shop}. Empty: {pieces}, as elsewhere</source>
   <translation>Bei {shop} zurückgehalten. Leer: {pieces}, wie sonst</translation>
  </message>
  <message>
   <source>Held back here: {pieces}.</source>
   <translation>Hier zurückgehalten: {pieces}.</translation>
  </message>
  <message>
   <source>Held back here: {total}, {own} of them on top.</source>
   <translation>Hier zurückgehalten: {total}, {own} davon zusätzlich.</translation>
  </message>
  <message>
   <source>Held back in addition</source>
   <translation>Zusätzlich zurückgehalten</translation>
  </message>
  <message>
   <source>Held back of every product: {pieces}.</source>
   <translation>Zurückgehalten von jedem Produkt: {pieces}.</translation>
  </message>
  <message>
   <source>Held back of everything on {shop}: {pieces}.</source>
   <translation>Zurückgehalten von allem auf {shop}: {pieces}.</translation>
  </message>
  <message>
   <source>Held back of this product, {own} of them on top of what holds everywhere. Press to change it.</source>
   <translation>Zurückgehalten von diesem Produkt, {own} davon zusätzlich zu dem, was überall gilt. Zum Ändern drücken.</translation>
  </message>
  <message>
   <source>Held back of this product. Empty: {pieces}, as everywhere</source>
   <translation>Zurückgehalten von diesem Produkt. Leer: {pieces}, wie überall</translation>
  </message>
  <message>
   <source>Held back of this product. Everywhere else it is {pieces}. Press to change it.</source>
   <translation>Zurückgehalten von diesem Produkt. Sonst überall {pieces}. Zum Ändern drücken.</translation>
  </message>
  <message>
   <source>Held back of this product: {pieces}.</source>
   <translation>Zurückgehalten von diesem Produkt: {pieces}.</translation>
  </message>
  <message>
   <source>Held back of this product: {total}, {own} of them on top.</source>
   <translation>Zurückgehalten von diesem Produkt: {total}, {own} davon zusätzlich.</translation>
  </message>
  <message>
   <source>Held back on {shop}: {total}, {own} of them on top.</source>
   <translation>Zurückgehalten auf {shop}: {total}, {own} davon zusätzlich.</translation>
  </message>
  <message>
   <source>Held back only here</source>
   <translation>Nur hier zurückgehalten</translation>
  </message>
  <message>
   <source>Held back wrongly</source>
   <translation>Falsch zurückgehalten</translation>
  </message>
  <message>
   <source>Held back, every channel</source>
   <translation>Zurückgehalten, jeder Kanal</translation>
  </message>
  <message>
   <source>Held back, {shop}</source>
   <translation>Zurückgehalten, {shop}</translation>
  </message>
  <message>
   <source>Held by your quiet hours until {time}.</source>
   <translation>Wegen Ihrer Ruhezeiten zurückgehalten bis {time}.</translation>
  </message>
  <message>
   <source>Held for {n} minutes, and released by itself.</source>
   <translation>{n} Minuten gehalten, dann von selbst freigegeben.</translation>
  </message>
  <message>
   <source>Held for {n} minutes: baskets block stock for long. 15 to 60 is usual. {where}</source>
   <translation>{n} Minuten gehalten: Warenkörbe blockieren Bestand lange. Üblich sind 15 bis 60. {where}</translation>
  </message>
  <message>
   <source>Held for {n} minutes: slow payments lose their piece. 15 to 60 is usual. {where}</source>
   <translation>{n} Minuten gehalten: Langsame Zahlungen verlieren ihr Stück. Üblich sind 15 bis 60. {where}</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Help for this dialog</source>
   <translation>Hilfe zu diesem Dialog</translation>
  </message>
  <message>
   <source>Help for this screen</source>
   <translation>Hilfe zu dieser Seite</translation>
  </message>
  <message>
   <source>Hide so many more</source>
   <translation>So viele mehr verbergen</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>High contrast draws stronger lines and text.</source>
   <translation>Hoher Kontrast zeichnet Linien und Text kräftiger.</translation>
  </message>
  <message>
   <source>Highest floor first</source>
   <translation>Höchster Mindestbestand zuerst</translation>
  </message>
  <message>
   <source>Highest reorder point first</source>
   <translation>Höchster Meldebestand zuerst</translation>
  </message>
  <message>
   <source>Hold back</source>
   <translation>Zurückhalten</translation>
  </message>
  <message>
   <source>Hold back in addition, of each product in each channel:</source>
   <translation>Zusätzlich zurückhalten, von jedem Produkt in jedem Kanal:</translation>
  </message>
  <message>
   <source>Hold back so many more</source>
   <translation>So viele mehr zurückhalten</translation>
  </message>
  <message>
   <source>Hold back {pieces}</source>
   <translation>{pieces} zurückhalten</translation>
  </message>
  <message>
   <source>Hold back {pieces} here: {sold} a day sell elsewhere, × {window} s until {shop} shows less, makes {unheard} sold unheard on average. With {pieces} hidden, the risk of selling a piece twice this week is below 1 in {odds}.</source>
   <translation>Hier {pieces} zurückhalten: {sold} Verkäufe pro Tag anderswo × {window} s, bis {shop} weniger zeigt, ergibt im Schnitt {unheard} unbemerkte Verkäufe. Sind {pieces} verborgen, liegt das Risiko, diese Woche ein Stück doppelt zu verkaufen, unter 1 zu {odds}.</translation>
  </message>
  <message>
   <source>Hold back {pieces}, {place}</source>
   <translation>{pieces} zurückhalten, {place}</translation>
  </message>
  <message>
   <source>Hold back {pieces}: {sold} a day sell, × {window} s until every channel shows less, makes {unheard} sold unheard on average. With {pieces} hidden, the risk of selling a piece twice this week is below 1 in {odds}.</source>
   <translation>{pieces} zurückhalten: {sold} Verkäufe pro Tag × {window} s, bis jeder Kanal weniger zeigt, ergibt im Schnitt {unheard} unbemerkte Verkäufe. Sind {pieces} verborgen, liegt das Risiko, diese Woche ein Stück doppelt zu verkaufen, unter 1 zu {odds}.</translation>
  </message>
  <message>
   <source>Hold back…</source>
   <translation>Zurückhalten…</translation>
  </message>
  <message>
   <source>Hold stock is off: two unpaid checkouts can take the same piece. {where}</source>
   <translation>„Lagerbestand halten“ ist aus: Zwei unbezahlte Checkouts können dasselbe Stück nehmen. {where}</translation>
  </message>
  <message>
   <source>Hold those too</source>
   <translation>Auch diese aufhalten</translation>
  </message>
  <message>
   <source>Holds for all products: it sells on while the others stop.</source>
   <translation>Gilt für alle Produkte: Er verkauft weiter, während die anderen stoppen.</translation>
  </message>
  <message>
   <source>Holiday</source>
   <translation>Feiertage</translation>
  </message>
  <message>
   <source>Home</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Hosting</source>
   <translation>Hosting</translation>
  </message>
  <message>
   <source>How are floors reckoned?</source>
   <translation>Wie werden Mindestbestände berechnet?</translation>
  </message>
  <message>
   <source>How careful</source>
   <translation>Wie vorsichtig</translation>
  </message>
  <message>
   <source>How careful on {shop}</source>
   <translation>Wie vorsichtig auf {shop}</translation>
  </message>
  <message>
   <source>How floors are reckoned…</source>
   <translation>Wie Mindestbestände berechnet werden…</translation>
  </message>
  <message>
   <source>How it comes about</source>
   <translation>Wie sie entsteht</translation>
  </message>
  <message>
   <source>How it is offered</source>
   <translation>Wie es angeboten wird</translation>
  </message>
  <message>
   <source>How it stands</source>
   <translation>Lage</translation>
  </message>
  <message>
   <source>How long an order is to last</source>
   <translation>Wie lange eine Bestellung reichen soll</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Wie viele</translation>
  </message>
  <message>
   <source>How many are back and can be sold</source>
   <translation>Wie viele zurück und verkäuflich sind</translation>
  </message>
  <message>
   <source>How many are gone</source>
   <translation>Wie viele weg sind</translation>
  </message>
  <message>
   <source>How many are on hand, if you counted</source>
   <translation>Wie viele vorhanden sind, falls gezählt</translation>
  </message>
  <message>
   <source>How many came in</source>
   <translation>Wie viele ankamen</translation>
  </message>
  <message>
   <source>How many days their words are kept after the incident was closed. That they were sent stays.</source>
   <translation>Wie viele Tage ihr Text nach dem Schließen des Vorfalls bleibt. Dass sie gesendet wurden, bleibt.</translation>
  </message>
  <message>
   <source>How many more, or with a minus how many fewer</source>
   <translation>Wie viele mehr, oder mit Minus wie viele weniger</translation>
  </message>
  <message>
   <source>How many there are now</source>
   <translation>Wie viele jetzt da sind</translation>
  </message>
  <message>
   <source>How many were found</source>
   <translation>Wie viele gefunden wurden</translation>
  </message>
  <message>
   <source>How many were sold</source>
   <translation>Wie viele verkauft wurden</translation>
  </message>
  <message>
   <source>How many {title} lie packed elsewhere?</source>
   <translation>Wie viele {title} liegen anderswo verpackt?</translation>
  </message>
  <message>
   <source>How may {title} be offered?</source>
   <translation>Wie darf {title} angeboten werden?</translation>
  </message>
  <message>
   <source>How past ones went…</source>
   <translation>Wie frühere liefen…</translation>
  </message>
  <message>
   <source>How past promotions went</source>
   <translation>Wie frühere Aktionen liefen</translation>
  </message>
  <message>
   <source>How past promotions went…</source>
   <translation>Wie frühere Aktionen liefen…</translation>
  </message>
  <message>
   <source>How sales vary</source>
   <translation>Schwankung der Verkäufe</translation>
  </message>
  <message>
   <source>How sales vary, thin</source>
   <translation>Schwankung, wenige Daten</translation>
  </message>
  <message>
   <source>How seldom it sells</source>
   <translation>Seltene Verkäufe</translation>
  </message>
  <message>
   <source>How sure do you want to be?</source>
   <translation>Wie sicher möchten Sie sein?</translation>
  </message>
  <message>
   <source>How you count</source>
   <translation>Wie Sie zählen</translation>
  </message>
  <message>
   <source>How you count was changed</source>
   <translation>Wie Sie zählen wurde geändert</translation>
  </message>
  <message>
   <source>How you count…</source>
   <translation>Wie Sie zählen…</translation>
  </message>
  <message>
   <source>How {shop} is doing</source>
   <translation>Wie es {shop} geht</translation>
  </message>
  <message>
   <source>How…</source>
   <translation>Wie…</translation>
  </message>
  <message>
   <source>Hurt</source>
   <translation>Betroffen</translation>
  </message>
  <message>
   <source>I cannot deliver it: it was sold twice, or is not there</source>
   <translation>Ich kann nicht liefern: doppelt verkauft oder nicht da</translation>
  </message>
  <message>
   <source>I counted</source>
   <translation>Ich habe gezählt</translation>
  </message>
  <message>
   <source>I do it there</source>
   <translation>Ich tue es dort</translation>
  </message>
  <message>
   <source>I have checked</source>
   <translation>Ich habe geprüft</translation>
  </message>
  <message>
   <source>I have looked through it</source>
   <translation>Ich habe es durchgesehen</translation>
  </message>
  <message>
   <source>I have {channel}, and add a second shop</source>
   <translation>Ich habe {channel} und füge einen zweiten Shop hinzu</translation>
  </message>
  <message>
   <source>I rehearsed such a rush in the last 30 days, or I know that I did not.</source>
   <translation>Ich habe so einen Ansturm in den letzten 30 Tagen geprobt, oder ich weiß, dass ich es nicht tat.</translation>
  </message>
  <message>
   <source>I sent it</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>I sent it in {shop}</source>
   <translation>In {shop} gesendet</translation>
  </message>
  <message>
   <source>I took its access back</source>
   <translation>Zugriff entzogen</translation>
  </message>
  <message>
   <source>If Shopify asks about protected customer data, choose level 1: Plimsoll reads no buyer’s data.</source>
   <translation>Fragt Shopify nach geschützten Kundendaten, wählen Sie Stufe 1: Plimsoll liest keine Käuferdaten.</translation>
  </message>
  <message>
   <source>Import a spreadsheet</source>
   <translation>Tabelle importieren</translation>
  </message>
  <message>
   <source>Import products</source>
   <translation>Produkte importieren</translation>
  </message>
  <message>
   <source>Import products…</source>
   <translation>Produkte importieren…</translation>
  </message>
  <message>
   <source>In Shopify, open Settings, Apps and sales channels, Develop apps, and choose your app.</source>
   <translation>Öffnen Sie in Shopify Einstellungen, Apps und Vertriebskanäle, Apps entwickeln, und wählen Sie Ihre App.</translation>
  </message>
  <message>
   <source>In Shopify’s Dev Dashboard (dev.shopify.com), create an app.</source>
   <translation>Erstellen Sie in Shopifys Dev Dashboard (dev.shopify.com) eine App.</translation>
  </message>
  <message>
   <source>In WordPress open WooCommerce &gt; Status &gt; Logs, and look for “stock”.</source>
   <translation>Öffnen Sie in WordPress WooCommerce &gt; Status &gt; Protokolle, und suchen Sie nach „stock“.</translation>
  </message>
  <message>
   <source>In WordPress open WooCommerce, then Settings, then Advanced, then Webhooks.</source>
   <translation>Öffnen Sie in WordPress WooCommerce, dann „Einstellungen“, dann „Erweitert“, dann „Webhooks“.</translation>
  </message>
  <message>
   <source>In a minute</source>
   <translation>In einer Minute</translation>
  </message>
  <message>
   <source>In dialogs</source>
   <translation>In Dialogen</translation>
  </message>
  <message>
   <source>In every table.</source>
   <translation>In jeder Tabelle.</translation>
  </message>
  <message>
   <source>In figures</source>
   <translation>In Zahlen</translation>
  </message>
  <message>
   <source>In short</source>
   <translation>Kurz gefasst</translation>
  </message>
  <message>
   <source>In tables</source>
   <translation>In Tabellen</translation>
  </message>
  <message>
   <source>In the app’s settings, copy the client ID and the secret.</source>
   <translation>Kopieren Sie in den Einstellungen der App Client-ID und Geheimnis.</translation>
  </message>
  <message>
   <source>In the last 30 days</source>
   <translation>In den letzten 30 Tagen</translation>
  </message>
  <message>
   <source>In the last 7 days</source>
   <translation>In den letzten 7 Tagen</translation>
  </message>
  <message>
   <source>In the last year</source>
   <translation>Im letzten Jahr</translation>
  </message>
  <message>
   <source>In the ledger</source>
   <translation>Im Journal</translation>
  </message>
  <message>
   <source>In the tray it goes on booking sales and telling your channels. When it ends, nobody answers a sale until you are back. You are asked this once: Settings can change it.</source>
   <translation>Im Infobereich bucht es weiter Verkäufe und informiert Ihre Kanäle. Ist es beendet, antwortet niemand auf einen Verkauf, bis Sie zurück sind. Diese Frage kommt einmal: In den Einstellungen lässt es sich ändern.</translation>
  </message>
  <message>
   <source>In this order</source>
   <translation>In dieser Reihenfolge</translation>
  </message>
  <message>
   <source>In this parcel</source>
   <translation>In diesem Paket</translation>
  </message>
  <message>
   <source>In time</source>
   <translation>Pünktlich</translation>
  </message>
  <message>
   <source>In your Shopify admin open Settings, then Notifications, then Webhooks.</source>
   <translation>Öffnen Sie im Shopify-Adminbereich „Einstellungen“, dann „Benachrichtigungen“, dann „Webhooks“.</translation>
  </message>
  <message>
   <source>In your browser</source>
   <translation>In Ihrem Browser</translation>
  </message>
  <message>
   <source>In your own words</source>
   <translation>In Ihren eigenen Worten</translation>
  </message>
  <message>
   <source>In your words or ours</source>
   <translation>In Ihren oder unseren Worten</translation>
  </message>
  <message>
   <source>In {shop}: {expected} to {seen}.</source>
   <translation>In {shop}: {expected} auf {seen}.</translation>
  </message>
  <message>
   <source>Incident</source>
   <translation>Vorfall</translation>
  </message>
  <message>
   <source>Incident {newer} of {product} is open already.</source>
   <translation>Vorfall {newer} zu {product} ist schon offen.</translation>
  </message>
  <message>
   <source>Incident {number}</source>
   <translation>Vorfall {number}</translation>
  </message>
  <message>
   <source>Incident {number} closed</source>
   <translation>Vorfall {number} geschlossen</translation>
  </message>
  <message>
   <source>Incident {number} on {date}: the same cause, at {product}.</source>
   <translation>Vorfall {number} am {date}: dieselbe Ursache, bei {product}.</translation>
  </message>
  <message>
   <source>Incident {number} on {date}: the same product and the same cause.</source>
   <translation>Vorfall {number} am {date}: dasselbe Produkt und dieselbe Ursache.</translation>
  </message>
  <message>
   <source>Incident {number} on {date}: the same product.</source>
   <translation>Vorfall {number} am {date}: dasselbe Produkt.</translation>
  </message>
  <message>
   <source>Incident {number}, open</source>
   <translation>Vorfall {number}, offen</translation>
  </message>
  <message numerus="yes">
   <source>Incident {number}: {n} promises are due to be kept.</source>
   <extracomment>Incident {number}: {n} promise is due to be kept.</extracomment>
   <translation>
    <numerusform>Vorfall {number}: {n} Versprechen ist fällig.</numerusform>
    <numerusform>Vorfall {number}: {n} Versprechen sind fällig.</numerusform>
   </translation>
  </message>
  <message>
   <source>Incident {number}: {product}</source>
   <translation>Vorfall {number}: {product}</translation>
  </message>
  <message>
   <source>Incident {number}: {product}, {sku}. Short by {short}, {orders}. Opened {opened}. {state}</source>
   <translation>Vorfall {number}: {product}, {sku}. Fehlt {short}, {orders}. Eröffnet {opened}. {state}</translation>
  </message>
  <message>
   <source>Incident {number}: {title}</source>
   <translation>Vorfall {number}: {title}</translation>
  </message>
  <message>
   <source>Incident {number}: {title}, {state}</source>
   <translation>Vorfall {number}: {title}, {state}</translation>
  </message>
  <message>
   <source>Incident {number}: {who}, {left}</source>
   <translation>Vorfall {number}: {who}, {left}</translation>
  </message>
  <message>
   <source>Incidents</source>
   <translation>Vorfälle</translation>
  </message>
  <message>
   <source>Incidents: none is open</source>
   <translation>Vorfälle: Keiner ist offen</translation>
  </message>
  <message>
   <source>Install the app on this shop, then connect the shop again.</source>
   <translation>Installieren Sie die App in diesem Shop, und verbinden Sie ihn neu.</translation>
  </message>
  <message>
   <source>Install the app on your shop.</source>
   <translation>Installieren Sie die App in Ihrem Shop.</translation>
  </message>
  <message>
   <source>Install the newest Plimsoll to open it. Nothing in it was changed.</source>
   <translation>Installieren Sie das neueste Plimsoll, um ihn zu öffnen. Nichts darin wurde geändert.</translation>
  </message>
  <message>
   <source>Instead</source>
   <translation>Stattdessen</translation>
  </message>
  <message>
   <source>Instead of what is set elsewhere, or on top of it</source>
   <translation>Statt dessen, was anderswo gilt, oder zusätzlich</translation>
  </message>
  <message>
   <source>Inventory</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Is what the ledger says on the shelf?</source>
   <translation>Liegt im Regal, was das Journal sagt?</translation>
  </message>
  <message>
   <source>Is {title} no longer listed at {shop}?</source>
   <translation>Ist {title} bei {shop} nicht mehr angeboten?</translation>
  </message>
  <message>
   <source>It agrees with the ledger.</source>
   <translation>Es stimmt mit dem Journal überein.</translation>
  </message>
  <message>
   <source>It already has a number</source>
   <translation>Es hat schon eine Zahl</translation>
  </message>
  <message>
   <source>It asks for no reason.</source>
   <translation>Es fragt nach keinem Grund.</translation>
  </message>
  <message>
   <source>It assumes</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>It becomes an adjustment with its reason</source>
   <translation>Es wird eine Korrektur mit Grund</translation>
  </message>
  <message>
   <source>It came back within 90 days: change how it is done, not only a number.</source>
   <translation>Es kam binnen 90 Tagen wieder: Ändern Sie den Ablauf, nicht nur eine Zahl.</translation>
  </message>
  <message>
   <source>It came with: {tags}.</source>
   <translation>Es kam mit: {tags}.</translation>
  </message>
  <message>
   <source>It can be closed</source>
   <translation>Kann geschlossen werden</translation>
  </message>
  <message>
   <source>It can be signed once every channel was read back, or is left out.</source>
   <translation>Sie können unterschreiben, sobald jeder Kanal zurückgelesen oder weggelassen ist.</translation>
  </message>
  <message>
   <source>It could not be put back: {words}</source>
   <translation>Konnte nicht zurück in den Verkauf: {words}</translation>
  </message>
  <message>
   <source>It could not be taken off: {words}.</source>
   <translation>Blieb im Verkauf: {words}.</translation>
  </message>
  <message>
   <source>It counts as a transaction defect.</source>
   <translation>Es zählt als Transaktionsmangel.</translation>
  </message>
  <message>
   <source>It counts as on order until it has come. Only a date that somebody confirmed can be promised on.</source>
   <translation>Es gilt als bestellt, bis es da ist. Zugesagt werden kann nur auf ein Datum, das jemand bestätigt hat.</translation>
  </message>
  <message>
   <source>It counts for one piece.</source>
   <translation>Es zählt als ein Stück.</translation>
  </message>
  <message>
   <source>It counts in the cancellation rate of 7 days, not in the order defect rate.</source>
   <translation>Es zählt zur Stornorate über 7 Tage, nicht zur Rate der Bestellmängel.</translation>
  </message>
  <message>
   <source>It deletes everything that it keeps for you, and its addresses stop working. Plimsoll goes on asking your channels for orders.</source>
   <translation>Es löscht alles, was es für Sie aufbewahrt, und seine Adressen gelten nicht mehr. Plimsoll fragt Ihre Kanäle weiter nach Bestellungen.</translation>
  </message>
  <message>
   <source>It delivers no more</source>
   <translation>Liefert nicht mehr</translation>
  </message>
  <message>
   <source>It did not hold</source>
   <translation>Es hielt nicht</translation>
  </message>
  <message>
   <source>It does not apply</source>
   <translation>Trifft nicht zu</translation>
  </message>
  <message>
   <source>It does not need it</source>
   <translation>Es braucht das nicht</translation>
  </message>
  <message numerus="yes">
   <source>It ends after {n} more calls that go well: then no more than {percent} % of the last {calls} failed.</source>
   <extracomment>It ends after {n} more call that goes well: then no more than {percent} % of the last {calls} failed.</extracomment>
   <translation>
    <numerusform>Er endet nach {n} weiteren gelungenen Anfrage: Dann sind höchstens {percent} % der letzten {calls} fehlgeschlagen.</numerusform>
    <numerusform>Er endet nach {n} weiteren gelungenen Anfragen: Dann sind höchstens {percent} % der letzten {calls} fehlgeschlagen.</numerusform>
   </translation>
  </message>
  <message>
   <source>It ends when you sign in to {shop} again.</source>
   <translation>Er endet, wenn Sie sich bei {shop} wieder anmelden.</translation>
  </message>
  <message>
   <source>It ends with the first call that goes well. Plimsoll goes on trying.</source>
   <translation>Er endet mit der ersten gelungenen Anfrage. Plimsoll versucht es weiter.</translation>
  </message>
  <message>
   <source>It gets no updates</source>
   <translation>Es wird nichts gesendet</translation>
  </message>
  <message>
   <source>It had no number yet: this is its first.</source>
   <translation>Es hatte noch keine Zahl: Das ist die erste.</translation>
  </message>
  <message>
   <source>It has been sent already. Refund it instead.</source>
   <translation>Sie ist schon versandt. Erstatten Sie sie stattdessen.</translation>
  </message>
  <message>
   <source>It has no first number yet: count it when you can.</source>
   <translation>Es hat noch keine erste Zahl: Zählen Sie es, wenn Sie können.</translation>
  </message>
  <message>
   <source>It held</source>
   <translation>Es hielt</translation>
  </message>
  <message numerus="yes">
   <source>It held: {days} days, {n} orders.</source>
   <extracomment>It held: {days} days, {n} order.</extracomment>
   <translation>
    <numerusform>Es hat gehalten: {days} Tage, {n} Bestellung.</numerusform>
    <numerusform>Es hat gehalten: {days} Tage, {n} Bestellungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>It holds {products}, {orders} and {entries}.</source>
   <translation>Darin sind {products}, {orders} und {entries}.</translation>
  </message>
  <message>
   <source>It is due to begin</source>
   <translation>Sie soll beginnen</translation>
  </message>
  <message>
   <source>It is listed nowhere until you link it in Channels.</source>
   <translation>Es ist nirgends angeboten, bis Sie es unter Kanäle verknüpfen.</translation>
  </message>
  <message>
   <source>It is not in this count, or not at this place.</source>
   <translation>Es ist nicht in dieser Zählung oder nicht an diesem Platz.</translation>
  </message>
  <message>
   <source>It is not known whether it puts stock back: look afterwards.</source>
   <translation>Ob es Bestand zurücklegt, ist nicht bekannt: Sehen Sie danach nach.</translation>
  </message>
  <message>
   <source>It is not listed</source>
   <translation>Nicht mehr angeboten</translation>
  </message>
  <message>
   <source>It is oversold by {n} now.</source>
   <translation>Es ist jetzt um {n} überverkauft.</translation>
  </message>
  <message>
   <source>It is set to 0 and becomes a draft. A product with other variants stays, and this one shows 0.</source>
   <translation>Es wird auf 0 gesetzt und zum Entwurf. Ein Produkt mit weiteren Varianten bleibt, und diese zeigt 0.</translation>
  </message>
  <message>
   <source>It is set to 0 and becomes private: buyers no longer find it.</source>
   <translation>Es wird auf 0 gesetzt und privat: Käufer finden es nicht mehr.</translation>
  </message>
  <message>
   <source>It is set to 0 and taken off sale: buyers no longer find it.</source>
   <translation>Es wird auf 0 gesetzt und aus dem Verkauf genommen: Käufer finden es nicht mehr.</translation>
  </message>
  <message>
   <source>It is set to 0, and the listing becomes inactive: buyers no longer find it.</source>
   <translation>Es wird auf 0 gesetzt und inaktiv: Käufer finden es nicht mehr.</translation>
  </message>
  <message>
   <source>It is still paused on {names}.</source>
   <translation>Noch pausiert auf {names}.</translation>
  </message>
  <message>
   <source>It is this one</source>
   <translation>Es ist dieses</translation>
  </message>
  <message>
   <source>It is too late to take this back.</source>
   <translation>Es ist zu spät, dies zurückzunehmen.</translation>
  </message>
  <message>
   <source>It knows no safe way to write: Plimsoll reads before and after each number, and corrects what it finds.</source>
   <translation>Er kennt keinen sicheren Weg zu schreiben: Plimsoll liest vor und nach jeder Zahl und korrigiert, was es findet.</translation>
  </message>
  <message>
   <source>It lies here too…</source>
   <translation>Liegt auch hier…</translation>
  </message>
  <message>
   <source>It lies in {folder}</source>
   <translation>Ordner: {folder}</translation>
  </message>
  <message>
   <source>It lies there</source>
   <translation>Dort liegt es</translation>
  </message>
  <message>
   <source>It lists…</source>
   <translation>Bietet an…</translation>
  </message>
  <message>
   <source>It may be switched off for an update. Plimsoll tries again by itself.</source>
   <translation>Vielleicht ist es für ein Update abgeschaltet. Plimsoll versucht es von selbst erneut.</translation>
  </message>
  <message>
   <source>It may be:</source>
   <translation>Vielleicht ist es:</translation>
  </message>
  <message>
   <source>It may write again</source>
   <translation>Es darf wieder schreiben</translation>
  </message>
  <message>
   <source>It moved while you counted, so the number says nothing. Count it again.</source>
   <translation>Es bewegte sich beim Zählen, also sagt die Zahl nichts. Zählen Sie es nach.</translation>
  </message>
  <message>
   <source>It needs to change stock</source>
   <translation>Es muss Bestand ändern</translation>
  </message>
  <message>
   <source>It needs to write</source>
   <translation>Es muss schreiben</translation>
  </message>
  <message>
   <source>It reads: {words}</source>
   <translation>Sie lautet: {words}</translation>
  </message>
  <message>
   <source>It sees how many messages come, when, and how large they are, and for a moment each message as it passes through.</source>
   <translation>Es sieht, wie viele Nachrichten kommen, wann und wie groß sie sind, und einen Moment lang jede Nachricht, während sie durchläuft.</translation>
  </message>
  <message>
   <source>It sells now and then, {rate} a day, newer sales counting for more. The reorder point comes first, and sales are not added twice.</source>
   <translation>Es verkauft sich hin und wieder, {rate} am Tag, neuere Verkäufe zählen mehr. Der Meldebestand kommt zuerst, und Verkäufe werden nicht doppelt addiert.</translation>
  </message>
  <message>
   <source>It shows 0 everywhere, and selling is not stopped.</source>
   <translation>Es zeigt überall 0, und der Verkauf ist nicht gestoppt.</translation>
  </message>
  <message>
   <source>It shows 0 instead.</source>
   <translation>Stattdessen zeigt es 0.</translation>
  </message>
  <message>
   <source>It shows now</source>
   <translation>Zeigt jetzt</translation>
  </message>
  <message>
   <source>It shows this</source>
   <translation>Das zeigt es</translation>
  </message>
  <message>
   <source>It shows this now</source>
   <translation>Jetzt zeigt es das</translation>
  </message>
  <message>
   <source>It shows what it should. Plimsoll goes on with every change.</source>
   <translation>Es zeigt, was es soll. Plimsoll macht mit jeder Änderung weiter.</translation>
  </message>
  <message>
   <source>It shows…</source>
   <translation>Zeigt…</translation>
  </message>
  <message>
   <source>It stays on this computer as you leave it.</source>
   <translation>Er bleibt auf diesem Computer, wie Sie ihn verlassen.</translation>
  </message>
  <message>
   <source>It stood at {day}.</source>
   <translation>Bisher: {day}.</translation>
  </message>
  <message>
   <source>It stopped before the end. What was written stays; press again for the rest.</source>
   <translation>Es hielt vor dem Ende an. Was geschrieben ist, bleibt; drücken Sie erneut für den Rest.</translation>
  </message>
  <message>
   <source>It takes a number only if it still shows the one Plimsoll expects, so a sale is never overwritten.</source>
   <translation>Er nimmt eine Zahl nur an, wenn er noch die zeigt, die Plimsoll erwartet. So wird kein Verkauf überschrieben.</translation>
  </message>
  <message>
   <source>It takes no orders, and only shows what can be bought. You change its numbers.</source>
   <translation>Es nimmt keine Bestellungen an und zeigt nur, was es zu kaufen gibt. Sie ändern die Zahlen.</translation>
  </message>
  <message>
   <source>It takes the place of your inventory, which is kept beside it. Plimsoll then only looks at your channels, reads every number there again, and sends nothing until you go live.</source>
   <translation>Sie tritt an die Stelle Ihres Bestands, der daneben erhalten bleibt. Plimsoll sieht dann Ihre Kanäle nur an, liest dort jede Zahl neu und sendet nichts, bis Sie live schalten.</translation>
  </message>
  <message>
   <source>It waits for you: do it on {shop}’s own page. Plimsoll sees it in the order then.</source>
   <translation>Es wartet auf Sie: Tun Sie es auf der Seite von {shop}. Plimsoll sieht es dann in der Bestellung.</translation>
  </message>
  <message>
   <source>It waits to be sent to {shop}.</source>
   <translation>Wartet darauf, an {shop} gesendet zu werden.</translation>
  </message>
  <message>
   <source>It waits under Not here yet. Nothing is booked</source>
   <translation>Es wartet unter „Noch nicht hier“. Nichts wird gebucht</translation>
  </message>
  <message>
   <source>It was bought as a part of {bundles} and by itself at the same time.</source>
   <translation>Es wurde gleichzeitig als Teil von {bundles} und einzeln gekauft.</translation>
  </message>
  <message>
   <source>It was cancelled in the shop before.</source>
   <translation>Sie wurde vorher im Shop storniert.</translation>
  </message>
  <message>
   <source>It was counted since: that stays.</source>
   <translation>Seither gezählt: Das bleibt.</translation>
  </message>
  <message>
   <source>It was never seen late after a sale there.</source>
   <translation>Nach einem Verkauf dort war sie nie verspätet zu sehen.</translation>
  </message>
  <message>
   <source>It was oversold again on {day}, incident {number}.</source>
   <translation>Wieder überverkauft: {day}, Vorfall {number}.</translation>
  </message>
  <message>
   <source>It was sent, and {shop} does not show it yet. Plimsoll reads the order again.</source>
   <translation>Es ist gesendet, und {shop} zeigt es noch nicht. Plimsoll liest die Bestellung noch einmal.</translation>
  </message>
  <message>
   <source>It would be copied in the middle of a write, and damaged. Backups are welcome there.</source>
   <translation>Er würde mitten im Schreiben kopiert und beschädigt. Sicherungen sind dort willkommen.</translation>
  </message>
  <message>
   <source>It would be hidden altogether. It is shown to nobody here, or here and nowhere else.</source>
   <translation>Es wäre ganz verborgen. Niemand sieht es hier, oder nur hier und nirgends sonst.</translation>
  </message>
  <message>
   <source>Its channel allows no cancellation</source>
   <translation>Der Kanal erlaubt keine Stornierung</translation>
  </message>
  <message>
   <source>Its last day is over. End it to put all back.</source>
   <translation>Ihr letzter Tag ist vorbei. Beenden Sie sie, dann wird alles zurückgestellt.</translation>
  </message>
  <message>
   <source>Its last words: {words}</source>
   <translation>Letzte Meldung: {words}</translation>
  </message>
  <message>
   <source>Its links, orders and numbers stay as they are.</source>
   <translation>Verknüpfungen, Bestellungen und Zahlen bleiben, wie sie sind.</translation>
  </message>
  <message>
   <source>Its number is being read</source>
   <translation>Seine Zahl wird gelesen</translation>
  </message>
  <message numerus="yes">
   <source>Its number was changed {n} times.</source>
   <extracomment>It was changed once.</extracomment>
   <translation>
    <numerusform>Die Zahl wurde einmal geändert.</numerusform>
    <numerusform>Die Zahl wurde {n}-mal geändert.</numerusform>
   </translation>
  </message>
  <message>
   <source>Its number was not taken: {words}</source>
   <translation>Die Zahl wurde nicht angenommen: {words}</translation>
  </message>
  <message>
   <source>Its orders have not been read yet.</source>
   <translation>Die Bestellungen sind noch nicht gelesen.</translation>
  </message>
  <message>
   <source>Its orders were last read {at}</source>
   <translation>Bestellungen zuletzt gelesen {at}</translation>
  </message>
  <message>
   <source>Its orders were not read since</source>
   <translation>Bestellungen seither nicht gelesen</translation>
  </message>
  <message>
   <source>Its orders were read {age} ago.</source>
   <translation>Seit dem Lesen der Bestellungen: {age}.</translation>
  </message>
  <message>
   <source>Its own number</source>
   <translation>Seine eigene Zahl</translation>
  </message>
  <message>
   <source>Its own words are in the details.</source>
   <translation>Der Wortlaut steht in den Einzelheiten.</translation>
  </message>
  <message>
   <source>Its page</source>
   <translation>Zur Seite</translation>
  </message>
  <message>
   <source>Its pieces are promised to this order from now on, whatever the channel says of it later.</source>
   <translation>Seine Stücke sind ab jetzt dieser Bestellung zugesagt, was immer der Kanal später von ihr sagt.</translation>
  </message>
  <message>
   <source>Its products, orders and ledger are deleted. Your own inventory is not touched.</source>
   <translation>Seine Produkte, Bestellungen und sein Journal werden gelöscht. Ihr eigener Bestand bleibt unberührt.</translation>
  </message>
  <message>
   <source>Its sales stand in the fields then. Nothing is kept before you use the floor.</source>
   <translation>Dann stehen seine Verkäufe in den Feldern. Behalten wird nichts, bevor Sie den Mindestbestand verwenden.</translation>
  </message>
  <message>
   <source>Its season comes</source>
   <translation>Saison steht an</translation>
  </message>
  <message>
   <source>Its secret is lent to the relay.</source>
   <translation>Das Geheimnis ist dem Relay geliehen.</translation>
  </message>
  <message>
   <source>Its shelf is closed.</source>
   <translation>Das Regal ist geschlossen.</translation>
  </message>
  <message>
   <source>J and K move, 1 to 3 answer, U takes the last decision back.</source>
   <translation>J und K bewegen, 1 bis 3 antworten, U nimmt die letzte Entscheidung zurück.</translation>
  </message>
  <message>
   <source>Join them</source>
   <translation>Zusammenlegen</translation>
  </message>
  <message>
   <source>Join with…</source>
   <translation>Zusammenlegen mit…</translation>
  </message>
  <message>
   <source>Joined with</source>
   <translation>Zusammengelegt mit</translation>
  </message>
  <message>
   <source>Joined, a customer gets one message about all of it. Each product keeps its own stop and cause.</source>
   <translation>Zusammengelegt erhält ein Kunde eine Nachricht über alles. Jedes Produkt behält eigenen Stopp und Ursache.</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Keep it as it is</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <source>Keep it live</source>
   <translation>Live lassen</translation>
  </message>
  <message>
   <source>Keep it off sale</source>
   <translation>Nicht zurückstellen</translation>
  </message>
  <message>
   <source>Keep it on sale</source>
   <translation>Im Verkauf lassen</translation>
  </message>
  <message>
   <source>Keep it paused</source>
   <translation>Pausiert lassen</translation>
  </message>
  <message>
   <source>Keep it running</source>
   <translation>Weiterlaufen lassen</translation>
  </message>
  <message>
   <source>Keep it so</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <source>Keep looking only</source>
   <translation>Weiter nur ansehen</translation>
  </message>
  <message>
   <source>Keep running in the tray</source>
   <translation>Im Infobereich weiterlaufen</translation>
  </message>
  <message>
   <source>Keep the last pieces for</source>
   <translation>Die letzten Stücke reservieren für</translation>
  </message>
  <message>
   <source>Keep the order</source>
   <translation>Bestellung behalten</translation>
  </message>
  <message>
   <source>Keep the sale</source>
   <translation>Verkauf behalten</translation>
  </message>
  <message>
   <source>Keep them for</source>
   <translation>Reservieren für</translation>
  </message>
  <message>
   <source>Keep them paused</source>
   <translation>Pausiert lassen</translation>
  </message>
  <message>
   <source>Keep them running</source>
   <translation>Weiterlaufen lassen</translation>
  </message>
  <message>
   <source>Keep this</source>
   <translation>So behalten</translation>
  </message>
  <message>
   <source>Keep this secret</source>
   <translation>Dieses Geheimnis behalten</translation>
  </message>
  <message numerus="yes">
   <source>Keep {n} decisions</source>
   <extracomment>Keep {n} decision</extracomment>
   <translation>
    <numerusform>{n} Entscheidung behalten</numerusform>
    <numerusform>{n} Entscheidungen behalten</numerusform>
   </translation>
  </message>
  <message>
   <source>Keeping the keys…</source>
   <translation>Schlüssel werden verwahrt…</translation>
  </message>
  <message>
   <source>Kept by hand</source>
   <translation>Von Hand geführt</translation>
  </message>
  <message>
   <source>Kept by hand. Press Stop selling everywhere, and it is yours to tick here.</source>
   <translation>Von Hand geführt. Drücken Sie „Verkauf überall stoppen“, dann haken Sie es hier ab.</translation>
  </message>
  <message>
   <source>Kept by hand: Plimsoll is told of nothing that happens here. Enter sales after each market.</source>
   <translation>Von Hand geführt: Plimsoll erfährt nicht, was hier geschieht. Geben Sie nach jedem Markt die Verkäufe ein.</translation>
  </message>
  <message>
   <source>Kept by hand: its sales are entered</source>
   <translation>Von Hand geführt: Verkäufe werden eingetragen</translation>
  </message>
  <message>
   <source>Kept for the summary of {time}.</source>
   <translation>Für den Sammelhinweis vorgemerkt ({time}).</translation>
  </message>
  <message>
   <source>Keyboard map</source>
   <translation>Tastenübersicht</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <source>Keys are sealed with your passphrase. They are never shown again.</source>
   <translation>Schlüssel werden mit Ihrem Passwortsatz versiegelt. Sie werden nie wieder gezeigt.</translation>
  </message>
  <message>
   <source>Keys are sealed, and this computer’s keyring holds what opens them. They are never shown again.</source>
   <translation>Schlüssel werden versiegelt, und der Schlüsselbund dieses Computers verwahrt, was sie öffnet. Sie werden nie wieder gezeigt.</translation>
  </message>
  <message>
   <source>Keys here</source>
   <translation>Tasten hier</translation>
  </message>
  <message>
   <source>Keys, passwords and buyers’ data are never written here.</source>
   <translation>Schlüssel, Passwörter und Käuferdaten werden hier nie geschrieben.</translation>
  </message>
  <message>
   <source>Keystring</source>
   <translation>Keystring</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Kinds of counts</source>
   <translation>Arten von Zählungen</translation>
  </message>
  <message>
   <source>Known by</source>
   <translation>Bekannt aus</translation>
  </message>
  <message>
   <source>Known so far</source>
   <translation>Bisher bekannt</translation>
  </message>
  <message numerus="yes">
   <source>Label {n} products without a barcode?</source>
   <extracomment>Label {n} product without a barcode?</extracomment>
   <translation>
    <numerusform>{n} Produkt ohne Barcode etikettieren?</numerusform>
    <numerusform>{n} Produkte ohne Barcode etikettieren?</numerusform>
   </translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Language of the message</source>
   <translation>Sprache der Nachricht</translation>
  </message>
  <message>
   <source>Last checked {at}. Look again which programs may change stock there.</source>
   <translation>Zuletzt geprüft {at}. Sehen Sie erneut nach, welche Programme dort Bestand ändern dürfen.</translation>
  </message>
  <message>
   <source>Last checked: {when}.</source>
   <translation>Zuletzt geprüft: {when}.</translation>
  </message>
  <message>
   <source>Last compare {time}.</source>
   <translation>Letzter Vergleich {time}.</translation>
  </message>
  <message>
   <source>Last compared</source>
   <translation>Zuletzt verglichen</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>Last full compare</source>
   <translation>Letzter voller Vergleich</translation>
  </message>
  <message>
   <source>Last good update before it?</source>
   <translation>Letzte gute Änderung davor?</translation>
  </message>
  <message>
   <source>Last in line</source>
   <translation>Zuletzt an der Reihe</translation>
  </message>
  <message>
   <source>Last looked through {at}.</source>
   <translation>Zuletzt durchgesehen {at}.</translation>
  </message>
  <message>
   <source>Last message {at}.</source>
   <translation>Letzte Nachricht {at}.</translation>
  </message>
  <message>
   <source>Last scans</source>
   <translation>Letzte Scans</translation>
  </message>
  <message>
   <source>Last signed {at}.</source>
   <translation>Zuletzt unterschrieben {at}.</translation>
  </message>
  <message>
   <source>Last signed {at}: more than 30 days ago. Do it again before your next sale.</source>
   <translation>Zuletzt unterschrieben {at}: vor mehr als 30 Tagen. Prüfen Sie vor der nächsten Aktion erneut.</translation>
  </message>
  <message>
   <source>Last success {at}.</source>
   <translation>Zuletzt gelungen: {at}.</translation>
  </message>
  <message>
   <source>Last week</source>
   <translation>Letzte Woche</translation>
  </message>
  <message>
   <source>Last {n} calls</source>
   <translation>Letzte {n} Anfragen</translation>
  </message>
  <message numerus="yes">
   <source>Last {n} days</source>
   <extracomment>Last {n} day</extracomment>
   <translation>
    <numerusform>Letzter {n} Tag</numerusform>
    <numerusform>Letzte {n} Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>Last: {change} at {at}.</source>
   <translation>Zuletzt: {change}, {at}.</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Verspätet</translation>
  </message>
  <message>
   <source>Late data</source>
   <translation>Verspätete Daten</translation>
  </message>
  <message>
   <source>Late since {day}</source>
   <translation>Verspätet seit {day}</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Later today</source>
   <translation>Heute, später</translation>
  </message>
  <message>
   <source>Learn them</source>
   <translation>Lernen lassen</translation>
  </message>
  <message>
   <source>Learned</source>
   <translation>Erfahren</translation>
  </message>
  <message>
   <source>Learnt: {start} to {end}, {days}. By them Plimsoll reckons how long you are away.</source>
   <translation>Gelernt: {start} bis {end}, {days}. Danach rechnet Plimsoll, wie lange Sie weg sind.</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <source>Leave /wp-json/wc/store out of every cache, or buyers fill baskets with what is gone.</source>
   <translation>Nehmen Sie /wp-json/wc/store aus jedem Cache, sonst legen Käufer in den Warenkorb, was weg ist.</translation>
  </message>
  <message>
   <source>Leave a field empty to use the key that is kept.</source>
   <translation>Lassen Sie ein Feld leer, um den verwahrten Schlüssel zu nutzen.</translation>
  </message>
  <message>
   <source>Leave all alone</source>
   <translation>Alle auslassen</translation>
  </message>
  <message>
   <source>Leave alone</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <source>Leave it alone</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <source>Leave it as it is</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <source>Leave it by itself</source>
   <translation>Für sich lassen</translation>
  </message>
  <message>
   <source>Leave it off</source>
   <translation>Nicht zurückstellen</translation>
  </message>
  <message>
   <source>Leave it off sale</source>
   <translation>Nicht verkaufen</translation>
  </message>
  <message>
   <source>Leave it open</source>
   <translation>Offen lassen</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>Weglassen</translation>
  </message>
  <message>
   <source>Leave it paused</source>
   <translation>Pausiert lassen</translation>
  </message>
  <message>
   <source>Leave it there</source>
   <translation>Dort lassen</translation>
  </message>
  <message>
   <source>Leave it to connect a channel of your own. You can come back to it.</source>
   <translation>Verlassen Sie ihn, um einen eigenen Kanal zu verbinden. Sie können zurückkommen.</translation>
  </message>
  <message>
   <source>Leave stock and the REST API out of your object cache, or Plimsoll reads old numbers.</source>
   <translation>Nehmen Sie Bestand und REST-API aus Ihrem Objekt-Cache, sonst liest Plimsoll alte Zahlen.</translation>
  </message>
  <message>
   <source>Leave the sample shop</source>
   <translation>Beispielshop verlassen</translation>
  </message>
  <message>
   <source>Leave them</source>
   <translation>So lassen</translation>
  </message>
  <message>
   <source>Leave them as they are</source>
   <translation>So lassen, wie sie sind</translation>
  </message>
  <message>
   <source>Leave “Restock” unticked.</source>
   <translation>Wiedereinlagerung nicht anhaken.</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Ledger of this product</source>
   <translation>Journal dieses Produkts</translation>
  </message>
  <message>
   <source>Ledger rows lost with a damaged file, number kept</source>
   <translation>Buchungen mit einer beschädigten Datei verloren, Zahl behalten</translation>
  </message>
  <message>
   <source>Ledger saved {time}</source>
   <translation>Journal gespeichert {time}</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Übrig</translation>
  </message>
  <message>
   <source>Left alone</source>
   <translation>Ausgelassen</translation>
  </message>
  <message>
   <source>Left alone by you</source>
   <translation>Von Ihnen ausgelassen</translation>
  </message>
  <message>
   <source>Left as it is</source>
   <translation>Bleibt, wie es ist</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Weggelassen</translation>
  </message>
  <message>
   <source>Left out: not read back</source>
   <translation>Weggelassen: nicht zurückgelesen</translation>
  </message>
  <message>
   <source>Lend the secret</source>
   <translation>Geheimnis leihen</translation>
  </message>
  <message>
   <source>Lent to it, and readable there: the webhook secret of {shops}.</source>
   <translation>Ihm geliehen und dort lesbar: das Webhook-Geheimnis von {shops}.</translation>
  </message>
  <message>
   <source>Let Plimsoll set them up</source>
   <translation>Von Plimsoll einrichten lassen</translation>
  </message>
  <message>
   <source>Let the app make one order for one piece, and see that the ledger shows it. Then cancel it.</source>
   <translation>Lassen Sie die App eine Bestellung über ein Stück anlegen, und sehen Sie nach, ob das Journal sie zeigt. Stornieren Sie sie dann.</translation>
  </message>
  <message>
   <source>Let the cache drop a product’s page when its stock changes, or leave product pages out of it.</source>
   <translation>Lassen Sie den Cache die Seite eines Produkts verwerfen, wenn sich sein Bestand ändert, oder nehmen Sie Produktseiten heraus.</translation>
  </message>
  <message>
   <source>Let this listing show 0 instead.</source>
   <translation>Lassen Sie dieses Angebot stattdessen 0 zeigen.</translation>
  </message>
  <message>
   <source>Let {channel} ask the payment service to pay back</source>
   <translation>{channel} den Zahlungsdienst um Rückzahlung bitten lassen</translation>
  </message>
  <message>
   <source>Let {channel} mail the buyer, in your shop’s own words</source>
   <translation>{channel} dem Käufer schreiben lassen, mit dem Text Ihres Shops</translation>
  </message>
  <message>
   <source>Levels</source>
   <translation>Bestände</translation>
  </message>
  <message>
   <source>Licence of the fonts</source>
   <translation>Lizenz der Schriften</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>Wahrscheinlich</translation>
  </message>
  <message>
   <source>Limit, %</source>
   <translation>Grenze, %</translation>
  </message>
  <message>
   <source>Limited edition or community</source>
   <translation>Limitierte Auflage oder Community</translation>
  </message>
  <message>
   <source>Limits are yours to set.</source>
   <translation>Grenzen setzen Sie selbst.</translation>
  </message>
  <message>
   <source>Limits at {shop}</source>
   <translation>Grenzen bei {shop}</translation>
  </message>
  <message>
   <source>Limits at {shop} changed</source>
   <translation>Grenzen bei {shop} geändert</translation>
  </message>
  <message>
   <source>Limits like those of</source>
   <translation>Grenzen wie bei</translation>
  </message>
  <message>
   <source>Line {line} cannot be read: a quotation mark is missing.</source>
   <translation>Zeile {line} ist nicht lesbar: Ein Anführungszeichen fehlt.</translation>
  </message>
  <message>
   <source>Lines of the log</source>
   <translation>Zeilen des Logs</translation>
  </message>
  <message>
   <source>Lines of the shop’s own log</source>
   <translation>Zeilen aus dem Protokoll des Shops</translation>
  </message>
  <message>
   <source>Link it</source>
   <translation>Verknüpfen</translation>
  </message>
  <message>
   <source>Link of {title} forgotten</source>
   <translation>Verknüpfung von {title} vergessen</translation>
  </message>
  <message>
   <source>Link the product to another listing, or unlink it.</source>
   <translation>Verknüpfen Sie das Produkt anders, oder lösen Sie die Verknüpfung.</translation>
  </message>
  <message>
   <source>Link the product to another listing.</source>
   <translation>Verknüpfen Sie das Produkt mit einem anderen Angebot.</translation>
  </message>
  <message>
   <source>Link to {sku}, {title}</source>
   <translation>Verknüpfen mit {sku}, {title}</translation>
  </message>
  <message numerus="yes">
   <source>Link {link} and add {n} products</source>
   <extracomment>Link {link} and add {n} product</extracomment>
   <translation>
    <numerusform>{link} verknüpfen und {n} Produkt anlegen</numerusform>
    <numerusform>{link} verknüpfen und {n} Produkte anlegen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Link {n} listings</source>
   <extracomment>Link {n} listing</extracomment>
   <translation>
    <numerusform>{n} Angebot verknüpfen</numerusform>
    <numerusform>{n} Angebote verknüpfen</numerusform>
   </translation>
  </message>
  <message>
   <source>Link {title} to a product</source>
   <translation>{title} mit einem Produkt verknüpfen</translation>
  </message>
  <message>
   <source>Linked</source>
   <translation>Verknüpft</translation>
  </message>
  <message>
   <source>Linked to</source>
   <translation>Verknüpft mit</translation>
  </message>
  <message>
   <source>Linked to {sku}, {title}</source>
   <translation>Verknüpft mit {sku}, {title}</translation>
  </message>
  <message>
   <source>Linked to {sku}.</source>
   <translation>Verknüpft mit {sku}.</translation>
  </message>
  <message>
   <source>Links</source>
   <translation>Verknüpfungen</translation>
  </message>
  <message>
   <source>Link…</source>
   <translation>Verknüpfen…</translation>
  </message>
  <message>
   <source>List less when stock is low</source>
   <translation>Bei wenig Bestand weniger anbieten</translation>
  </message>
  <message>
   <source>List one at a time</source>
   <translation>Eines nach dem anderen anbieten</translation>
  </message>
  <message numerus="yes">
   <source>Listed in {n} places</source>
   <extracomment>Listed in {n} place</extracomment>
   <translation>
    <numerusform>An {n} Ort angeboten</numerusform>
    <numerusform>An {n} Orten angeboten</numerusform>
   </translation>
  </message>
  <message>
   <source>Listed nowhere</source>
   <translation>Nirgends angeboten</translation>
  </message>
  <message>
   <source>Listed once every channel was read back.</source>
   <translation>Steht hier, sobald jeder Kanal zurückgelesen ist.</translation>
  </message>
  <message>
   <source>Listed there</source>
   <translation>Dort angeboten</translation>
  </message>
  <message>
   <source>Listed twice there: count it by hand</source>
   <translation>Dort zweimal angeboten: von Hand zählen</translation>
  </message>
  <message>
   <source>Listing</source>
   <translation>Angebot</translation>
  </message>
  <message>
   <source>Listings</source>
   <translation>Angebote</translation>
  </message>
  <message>
   <source>Listings and what happens to them</source>
   <translation>Angebote und was mit ihnen geschieht</translation>
  </message>
  <message>
   <source>Listings in one call</source>
   <translation>Angebote je Anfrage</translation>
  </message>
  <message>
   <source>Listings to look at</source>
   <translation>Angebote zum Ansehen</translation>
  </message>
  <message>
   <source>Live</source>
   <translation>Live</translation>
  </message>
  <message>
   <source>Live again, but it does not answer. Plimsoll goes on trying.</source>
   <translation>Wieder live, aber ohne Antwort. Plimsoll versucht es weiter.</translation>
  </message>
  <message>
   <source>Live again. It has confirmed everything.</source>
   <translation>Wieder live. Alles ist bestätigt.</translation>
  </message>
  <message numerus="yes">
   <source>Live again. {n} updates were not taken.</source>
   <extracomment>Live again. {n} update was not taken.</extracomment>
   <translation>
    <numerusform>Wieder live. {n} Änderung wurde nicht angenommen.</numerusform>
    <numerusform>Wieder live. {n} Änderungen wurden nicht angenommen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Live again: {n} updates are on their way.</source>
   <extracomment>Live again: {n} update is on its way.</extracomment>
   <translation>
    <numerusform>Wieder live: {n} Änderung ist unterwegs.</numerusform>
    <numerusform>Wieder live: {n} Änderungen sind unterwegs.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Live: stock is sent to {n} channels</source>
   <extracomment>Live: stock is sent to {n} channel</extracomment>
   <translation>
    <numerusform>Live: Bestand geht an {n} Kanal</numerusform>
    <numerusform>Live: Bestand geht an {n} Kanäle</numerusform>
   </translation>
  </message>
  <message>
   <source>Load</source>
   <translation>Pegel</translation>
  </message>
  <message>
   <source>Locked: Plimsoll signs in to no channel until you type your passphrase.</source>
   <translation>Gesperrt: Plimsoll meldet sich bei keinem Kanal an, bis Sie Ihren Passwortsatz eingeben.</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Noch einmal ansehen</translation>
  </message>
  <message>
   <source>Look at backups…</source>
   <translation>Sicherungen ansehen…</translation>
  </message>
  <message>
   <source>Look at it again, and ask for what is left.</source>
   <translation>Sehen Sie sie noch einmal an, und verlangen Sie, was übrig ist.</translation>
  </message>
  <message>
   <source>Look at the damaged one</source>
   <translation>Die beschädigte ansehen</translation>
  </message>
  <message>
   <source>Look at the listing in Etsy’s shop manager.</source>
   <translation>Sehen Sie sich das Angebot im Shop-Manager von Etsy an.</translation>
  </message>
  <message>
   <source>Look at the listing in the shop’s own window.</source>
   <translation>Sehen Sie sich das Angebot im Shop selbst an.</translation>
  </message>
  <message>
   <source>Look at the order in its shop.</source>
   <translation>Sehen Sie die Bestellung in ihrem Shop an.</translation>
  </message>
  <message>
   <source>Look at the order in the shop’s own window.</source>
   <translation>Sehen Sie sich die Bestellung im Shop selbst an.</translation>
  </message>
  <message>
   <source>Look at the shop’s admin: a bill may be open. Plimsoll tries again by itself.</source>
   <translation>Sehen Sie im Adminbereich nach: Vielleicht ist eine Rechnung offen. Plimsoll versucht es von selbst erneut.</translation>
  </message>
  <message>
   <source>Look for a newer version once a day</source>
   <translation>Einmal am Tag nach einer neueren Version sehen</translation>
  </message>
  <message>
   <source>Look for caches</source>
   <translation>Nach Caches suchen</translation>
  </message>
  <message>
   <source>Look for caches at {shop}?</source>
   <translation>Bei {shop} nach Caches suchen?</translation>
  </message>
  <message>
   <source>Look for caches…</source>
   <translation>Nach Caches suchen…</translation>
  </message>
  <message>
   <source>Look for its window. Two at once would not know of each other’s sales.</source>
   <translation>Suchen Sie sein Fenster. Zwei zugleich wüssten nichts von den Verkäufen des anderen.</translation>
  </message>
  <message>
   <source>Look in {shop} which apps, plug-ins and people may change stock, and note them here.</source>
   <translation>Sehen Sie in {shop} nach, welche Apps, Plugins und Personen Bestand ändern dürfen, und notieren Sie sie hier.</translation>
  </message>
  <message>
   <source>Look now</source>
   <translation>Jetzt nachsehen</translation>
  </message>
  <message>
   <source>Look once more who may</source>
   <translation>Erneut nachsehen, wer darf</translation>
  </message>
  <message>
   <source>Look only</source>
   <translation>Nur ansehen</translation>
  </message>
  <message>
   <source>Look only…</source>
   <translation>Nur ansehen…</translation>
  </message>
  <message>
   <source>Look out</source>
   <translation>Achtung</translation>
  </message>
  <message>
   <source>Look too who else may change stock there: two writers undo each other.</source>
   <translation>Sehen Sie auch nach, wer dort sonst den Bestand ändern darf: zwei, die schreiben, heben einander auf.</translation>
  </message>
  <message>
   <source>Look whether it was moved. If it is lost, put the newest backup back.</source>
   <translation>Sehen Sie nach, ob er verschoben wurde. Ist er verloren, stellen Sie die neueste Sicherung wieder her.</translation>
  </message>
  <message>
   <source>Looking only: another computer sends</source>
   <translation>Nur ansehen: Ein anderer Computer sendet</translation>
  </message>
  <message>
   <source>Looking only: nothing is sent</source>
   <translation>Nur ansehen: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>Looking only: nothing is sent to {shop}</source>
   <translation>Nur ansehen: Nichts geht an {shop}</translation>
  </message>
  <message>
   <source>Looking only: nothing is sent to {shop}.</source>
   <translation>Nur ansehen: Nichts wird an {shop} gesendet.</translation>
  </message>
  <message>
   <source>Looking only: nothing is sent.</source>
   <translation>Nur ansehen: Nichts wird gesendet.</translation>
  </message>
  <message>
   <source>Looking. It takes some seconds.</source>
   <translation>Suche läuft. Sie dauert einige Sekunden.</translation>
  </message>
  <message>
   <source>Looks for a review follow your messages</source>
   <translation>Die Suche nach Bewertungen folgt auf Ihre Nachrichten</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Verloren</translation>
  </message>
  <message>
   <source>Lost or broken</source>
   <translation>Verloren oder zerbrochen</translation>
  </message>
  <message>
   <source>Lowest floor first</source>
   <translation>Niedrigster Mindestbestand zuerst</translation>
  </message>
  <message>
   <source>Lowest reorder point first</source>
   <translation>Niedrigster Meldebestand zuerst</translation>
  </message>
  <message>
   <source>Made a backup on this computer</source>
   <translation>Sicherung auf diesem Computer gemacht</translation>
  </message>
  <message>
   <source>Made of</source>
   <translation>Bestandteile</translation>
  </message>
  <message>
   <source>Made {date}, {time}.</source>
   <translation>Erstellt {date}, {time}.</translation>
  </message>
  <message>
   <source>Make a new key under WooCommerce &gt; Settings &gt; Advanced &gt; REST API, and connect the shop again.</source>
   <translation>Erstellen Sie unter WooCommerce &gt; Einstellungen &gt; Erweitert &gt; REST-API einen neuen Schlüssel, und verbinden Sie den Shop neu.</translation>
  </message>
  <message>
   <source>Make one for one piece, as your till or program does, with the status Processing.</source>
   <translation>Legen Sie eine über ein Stück an, wie Ihre Ladenkasse oder Ihr Programm es tut, mit dem Status „In Bearbeitung“.</translation>
  </message>
  <message>
   <source>Make purchase orders…</source>
   <translation>Bestellungen erstellen…</translation>
  </message>
  <message>
   <source>Making a backup and reading it back.</source>
   <translation>Sicherung wird gemacht und zurückgelesen.</translation>
  </message>
  <message>
   <source>Manage orders, Cancel order.</source>
   <translation>Bestellungen verwalten, Bestellung stornieren.</translation>
  </message>
  <message>
   <source>Many calls fail</source>
   <translation>Viele Anfragen schlagen fehl</translation>
  </message>
  <message>
   <source>Many guides say so. Etsy’s own pages know no limit for cancellations.</source>
   <translation>Viele Ratgeber sagen es. Etsys eigene Seiten kennen keine Grenze für Stornierungen.</translation>
  </message>
  <message>
   <source>Mark as ordered</source>
   <translation>Als bestellt markieren</translation>
  </message>
  <message>
   <source>Mark it as paid. It is an order from then on, and the ledger shows the sale.</source>
   <translation>Markieren Sie ihn als bezahlt. Ab dann ist er eine Bestellung, und das Journal zeigt den Verkauf.</translation>
  </message>
  <message>
   <source>Markdown (*.md)</source>
   <translation>Markdown (*.md)</translation>
  </message>
  <message>
   <source>Market stall</source>
   <translation>Marktstand</translation>
  </message>
  <message>
   <source>Master statement</source>
   <translation>Erklärung zur Bestandsführung</translation>
  </message>
  <message>
   <source>Match it with the products of {channel}. It may sell only what is still there.</source>
   <translation>Ordnen Sie ihn den Produkten von {channel} zu. Er darf nur verkaufen, was noch da ist.</translation>
  </message>
  <message>
   <source>Match listings</source>
   <translation>Angebote zuordnen</translation>
  </message>
  <message>
   <source>May it change stock?</source>
   <translation>Darf es Bestand ändern?</translation>
  </message>
  <message>
   <source>May sell</source>
   <translation>Darf verkaufen</translation>
  </message>
  <message>
   <source>May write, and need not</source>
   <translation>Darf schreiben, muss aber nicht</translation>
  </message>
  <message>
   <source>Maybe {option}: {title}</source>
   <translation>Vielleicht {option}: {title}</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message numerus="yes">
   <source>Messages are kept {n} days</source>
   <extracomment>Messages are kept {n} day</extracomment>
   <translation>
    <numerusform>Nachrichten bleiben {n} Tag</numerusform>
    <numerusform>Nachrichten bleiben {n} Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>Messages to customers</source>
   <translation>Nachrichten an Kunden</translation>
  </message>
  <message>
   <source>Minimum</source>
   <translation>Minimum</translation>
  </message>
  <message>
   <source>Minutes of work</source>
   <translation>Arbeitsminuten</translation>
  </message>
  <message>
   <source>Missed</source>
   <translation>Verpasst</translation>
  </message>
  <message numerus="yes">
   <source>Missed {n} days</source>
   <extracomment>Missed {n} day</extracomment>
   <translation>
    <numerusform>{n} Tag verpasst</numerusform>
    <numerusform>{n} Tage verpasst</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Missed {n} days: the app was closed.</source>
   <extracomment>Missed {n} day: the app was closed.</extracomment>
   <translation>
    <numerusform>{n} Tag verpasst: Die App war geschlossen.</numerusform>
    <numerusform>{n} Tage verpasst: Die App war geschlossen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Missed {n} months</source>
   <extracomment>Missed {n} month</extracomment>
   <translation>
    <numerusform>{n} Monat verpasst</numerusform>
    <numerusform>{n} Monate verpasst</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Missed {n} quarters</source>
   <extracomment>Missed {n} quarter</extracomment>
   <translation>
    <numerusform>{n} Quartal verpasst</numerusform>
    <numerusform>{n} Quartale verpasst</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Missed {n} weeks</source>
   <extracomment>Missed {n} week</extracomment>
   <translation>
    <numerusform>{n} Woche verpasst</numerusform>
    <numerusform>{n} Wochen verpasst</numerusform>
   </translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>Mixed up with another</source>
   <translation>Mit anderem verwechselt</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Geld</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Monat</translation>
  </message>
  <message>
   <source>Monthly count</source>
   <translation>Monatszählung</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>Monate</translation>
  </message>
  <message>
   <source>More is promised than is there.</source>
   <translation>Es ist mehr zugesagt, als da ist.</translation>
  </message>
  <message>
   <source>More of {sku} was taken off there than there is: {on_hand} are on hand.</source>
   <translation>Von {sku} wurde dort mehr abgezogen, als da ist: {on_hand} vorhanden.</translation>
  </message>
  <message>
   <source>More places than pieces</source>
   <translation>Mehr Orte als Stücke</translation>
  </message>
  <message>
   <source>More than 5 % of the last 50 calls failed, or it needs a new sign-in.</source>
   <translation>Über 5 % der letzten 50 Anfragen schlugen fehl, oder es braucht eine neue Anmeldung.</translation>
  </message>
  <message>
   <source>More than allowed apart, so please say why.</source>
   <translation>Mehr Differenz als erlaubt, bitte sagen Sie den Grund.</translation>
  </message>
  <message>
   <source>Most available first</source>
   <translation>Meiste verfügbar zuerst</translation>
  </message>
  <message>
   <source>Most careful</source>
   <translation>Sehr vorsichtig</translation>
  </message>
  <message>
   <source>Most careful: 1 in {products}</source>
   <translation>Sehr vorsichtig: 1 zu {products}</translation>
  </message>
  <message>
   <source>Most careful: about 1 double sale in {products} products that run out</source>
   <translation>Sehr vorsichtig: etwa 1 Doppelverkauf auf {products} Produkte, die ausgehen</translation>
  </message>
  <message>
   <source>Most committed first</source>
   <translation>Meiste zugesagt zuerst</translation>
  </message>
  <message>
   <source>Most on hand first</source>
   <translation>Meiste vorhanden zuerst</translation>
  </message>
  <message>
   <source>Most were never confirmed.</source>
   <translation>Die meisten wurden nie bestätigt.</translation>
  </message>
  <message>
   <source>Move {shop} down</source>
   <translation>{shop} nach unten</translation>
  </message>
  <message>
   <source>Move {shop} up</source>
   <translation>{shop} nach oben</translation>
  </message>
  <message>
   <source>Moved, count again</source>
   <translation>Bewegt, nachzählen</translation>
  </message>
  <message>
   <source>Must be 0 or more</source>
   <translation>Muss mindestens 0 sein</translation>
  </message>
  <message>
   <source>Must be {least} or more.</source>
   <translation>Muss mindestens {least} sein.</translation>
  </message>
  <message>
   <source>Must be {most} or less.</source>
   <translation>Darf höchstens {most} sein.</translation>
  </message>
  <message>
   <source>My best day times five: {n} an hour</source>
   <translation>Mein bester Tag mal fünf: {n} je Stunde</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the place</source>
   <translation>Name des Ortes</translation>
  </message>
  <message>
   <source>Near enough</source>
   <translation>Nah genug</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Bitte ansehen</translation>
  </message>
  <message>
   <source>Needs no message</source>
   <translation>Braucht keine Nachricht</translation>
  </message>
  <message>
   <source>Needs you</source>
   <translation>Braucht Sie</translation>
  </message>
  <message>
   <source>Needs your answer</source>
   <translation>Braucht Ihre Antwort</translation>
  </message>
  <message>
   <source>Neither Plimsoll nor an order wrote them</source>
   <translation>Weder Plimsoll noch eine Bestellung schrieb sie</translation>
  </message>
  <message>
   <source>Neither formula knows of a newsletter or a sale. Rehearse those.</source>
   <translation>Keine der Formeln kennt einen Newsletter oder eine Aktion. Proben Sie diese.</translation>
  </message>
  <message>
   <source>Never checked</source>
   <translation>Nie geprüft</translation>
  </message>
  <message>
   <source>Never counted</source>
   <translation>Nie gezählt</translation>
  </message>
  <message>
   <source>Never oversell this</source>
   <translation>Nie überverkaufen</translation>
  </message>
  <message>
   <source>Never promise more than you hold</source>
   <translation>Nie mehr zusagen als vorhanden</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New floor</source>
   <translation>Neuer Mindestbestand</translation>
  </message>
  <message>
   <source>New incident: {product} is oversold by {pieces}.</source>
   <translation>Neuer Vorfall: {product} ist um {pieces} überverkauft.</translation>
  </message>
  <message>
   <source>New key</source>
   <translation>Neuer Schlüssel</translation>
  </message>
  <message>
   <source>New key for what the relay keeps</source>
   <translation>Neuer Schlüssel für das, was das Relay aufbewahrt</translation>
  </message>
  <message>
   <source>New keys…</source>
   <translation>Neue Schlüssel…</translation>
  </message>
  <message>
   <source>New reorder at</source>
   <translation>Neu nachbestellen bei</translation>
  </message>
  <message>
   <source>New: {title}, never counted</source>
   <translation>Neu: {title}, nie gezählt</translation>
  </message>
  <message numerus="yes">
   <source>New: {title}, {n} pieces on hand</source>
   <extracomment>New: {title}, {n} piece on hand</extracomment>
   <translation>
    <numerusform>Neu: {title}, {n} Stück vorhanden</numerusform>
    <numerusform>Neu: {title}, {n} Stück vorhanden</numerusform>
   </translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Nächste</translation>
  </message>
  <message>
   <source>Next batch</source>
   <translation>Nächste Charge</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>Nächster Bereich</translation>
  </message>
  <message>
   <source>Next product</source>
   <translation>Nächstes Produkt</translation>
  </message>
  <message>
   <source>Next you scan what you take along: no channel sells it while it is with you.</source>
   <translation>Dann scannen Sie, was Sie mitnehmen: Kein Kanal verkauft es, solange es bei Ihnen ist.</translation>
  </message>
  <message>
   <source>Next {days} days: {about}, by {way}.</source>
   <translation>Nächste {days} Tage: {about}, nach {way}.</translation>
  </message>
  <message>
   <source>Next: {step}</source>
   <translation>Weiter: {step}</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>No SKU</source>
   <translation>Keine SKU</translation>
  </message>
  <message>
   <source>No alert of this product stands.</source>
   <translation>Kein Hinweis zu diesem Produkt.</translation>
  </message>
  <message>
   <source>No answer in time: do as promised</source>
   <translation>Keine Antwort: handeln wie zugesagt</translation>
  </message>
  <message>
   <source>No answer yet from {shop}: Plimsoll goes on trying.</source>
   <translation>Noch keine Antwort von {shop}: Plimsoll versucht es weiter.</translation>
  </message>
  <message>
   <source>No bad review was found</source>
   <translation>Keine schlechte Bewertung gefunden</translation>
  </message>
  <message>
   <source>No blame</source>
   <translation>Keine Schuld</translation>
  </message>
  <message>
   <source>No cache holds stock back: a changed number was shown at once.</source>
   <translation>Kein Cache hält Bestand zurück: Eine geänderte Zahl war sofort zu sehen.</translation>
  </message>
  <message>
   <source>No channel answers: no update waits</source>
   <translation>Kein Kanal antwortet: Keine Änderung wartet</translation>
  </message>
  <message numerus="yes">
   <source>No channel answers: {n} updates wait</source>
   <extracomment>No channel answers: {n} update waits</extracomment>
   <translation>
    <numerusform>Kein Kanal antwortet: {n} Änderung wartet</numerusform>
    <numerusform>Kein Kanal antwortet: {n} Änderungen warten</numerusform>
   </translation>
  </message>
  <message>
   <source>No channel connected</source>
   <translation>Kein Kanal verbunden</translation>
  </message>
  <message>
   <source>No channel is connected.</source>
   <translation>Kein Kanal ist verbunden.</translation>
  </message>
  <message>
   <source>No channel is told this product’s number: nothing is promised anywhere.</source>
   <translation>Kein Kanal erhält die Zahl dieses Produkts: Nirgends ist etwas zugesagt.</translation>
  </message>
  <message>
   <source>No channel lists it. There is nothing to stop.</source>
   <translation>Kein Kanal bietet es an. Es gibt nichts zu stoppen.</translation>
  </message>
  <message>
   <source>No channel: only my own</source>
   <translation>Kein Kanal: nur meine eigenen</translation>
  </message>
  <message>
   <source>No check</source>
   <translation>Keine Prüfung</translation>
  </message>
  <message>
   <source>No check is set: choose one, and Plimsoll looks by itself</source>
   <translation>Keine Prüfung ist gesetzt: Wählen Sie eine, und Plimsoll sieht selbst nach</translation>
  </message>
  <message>
   <source>No check was set.</source>
   <translation>Keine Prüfung wurde gesetzt.</translation>
  </message>
  <message>
   <source>No column is called SKU. The first row must name the columns.</source>
   <translation>Keine Spalte heißt SKU. Die erste Zeile muss die Spalten benennen.</translation>
  </message>
  <message>
   <source>No column is called {head}. The first row must name the columns: SKU, Date, Pieces.</source>
   <translation>Keine Spalte heißt {head}. Die erste Zeile muss die Spalten nennen: SKU, Date, Pieces.</translation>
  </message>
  <message>
   <source>No condition of an alert was met before it.</source>
   <translation>Davor war die Bedingung keines Hinweises erfüllt.</translation>
  </message>
  <message>
   <source>No confirmed date.</source>
   <translation>Kein bestätigtes Datum.</translation>
  </message>
  <message>
   <source>No confirmed date. Ask {supplier} first.</source>
   <translation>Kein bestätigtes Datum. Fragen Sie zuerst {supplier}.</translation>
  </message>
  <message>
   <source>No count is due.</source>
   <translation>Keine Zählung ist fällig.</translation>
  </message>
  <message>
   <source>No date</source>
   <translation>Kein Datum</translation>
  </message>
  <message>
   <source>No date promised</source>
   <translation>Kein Datum versprochen</translation>
  </message>
  <message>
   <source>No date yet</source>
   <translation>Noch kein Datum</translation>
  </message>
  <message>
   <source>No drift</source>
   <translation>Keine Abweichung</translation>
  </message>
  <message>
   <source>No drift, every update in time</source>
   <translation>Keine Abweichung, jede Änderung pünktlich</translation>
  </message>
  <message>
   <source>No end</source>
   <translation>Kein Ende</translation>
  </message>
  <message>
   <source>No floor</source>
   <translation>Kein Mindestbestand</translation>
  </message>
  <message>
   <source>No floor alert: none was set.</source>
   <translation>Kein Hinweis: kein Mindestbestand gesetzt.</translation>
  </message>
  <message>
   <source>No floor was set.</source>
   <translation>Kein Mindestbestand gesetzt.</translation>
  </message>
  <message>
   <source>No floor was set: with one of {n}.</source>
   <translation>Kein Mindestbestand gesetzt: mit einem von {n}.</translation>
  </message>
  <message>
   <source>No incident so far</source>
   <translation>Bisher kein Vorfall</translation>
  </message>
  <message>
   <source>No limit is known for what was cancelled</source>
   <translation>Für das Stornierte ist keine Grenze bekannt</translation>
  </message>
  <message>
   <source>No limit is set for {shop}.</source>
   <translation>Für {shop} ist keine Grenze gesetzt.</translation>
  </message>
  <message>
   <source>No limit on cancellations is published.</source>
   <translation>Eine Grenze für Stornierungen ist nicht veröffentlicht.</translation>
  </message>
  <message>
   <source>No limit set</source>
   <translation>Keine Grenze gesetzt</translation>
  </message>
  <message>
   <source>No limit set.</source>
   <translation>Keine Grenze gesetzt.</translation>
  </message>
  <message>
   <source>No limits of it are known.</source>
   <translation>Grenzen sind nicht bekannt.</translation>
  </message>
  <message>
   <source>No listing of {shop} is linked to a product yet.</source>
   <translation>Noch ist kein Angebot von {shop} mit einem Produkt verknüpft.</translation>
  </message>
  <message>
   <source>No location of this shop is linked.</source>
   <translation>Kein Standort dieses Shops ist verknüpft.</translation>
  </message>
  <message>
   <source>No longer listed</source>
   <translation>Nicht mehr angeboten</translation>
  </message>
  <message>
   <source>No longer listed there</source>
   <translation>Dort nicht mehr angeboten</translation>
  </message>
  <message>
   <source>No longer listed there.</source>
   <translation>Dort nicht mehr angeboten.</translation>
  </message>
  <message>
   <source>No longer needed</source>
   <translation>Nicht mehr nötig</translation>
  </message>
  <message>
   <source>No message yet.</source>
   <translation>Noch keine Nachricht.</translation>
  </message>
  <message>
   <source>No more</source>
   <translation>Nicht mehr</translation>
  </message>
  <message>
   <source>No more than these can lie packed elsewhere. Nothing was changed.</source>
   <translation>Mehr als diese können nicht woanders gepackt liegen. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>No more, since {date}</source>
   <translation>Nicht mehr, seit {date}</translation>
  </message>
  <message>
   <source>No most is set elsewhere, so that {own} on top sets none.</source>
   <translation>Anderswo gilt keine Höchstzahl, daher setzen {own} zusätzlich auch keine.</translation>
  </message>
  <message>
   <source>No number was sent in the last {n} days.</source>
   <translation>In den letzten {n} Tagen wurde keine Zahl gesendet.</translation>
  </message>
  <message>
   <source>No number yet</source>
   <translation>Noch keine Zahl</translation>
  </message>
  <message>
   <source>No number yet, or never seen with your own eyes</source>
   <translation>Noch keine Zahl, oder nie mit eigenen Augen gesehen</translation>
  </message>
  <message>
   <source>No number yet.</source>
   <translation>Noch keine Zahl.</translation>
  </message>
  <message>
   <source>No number yet. It is sent to no channel until it has one.</source>
   <translation>Noch keine Zahl. Bis dahin wird sie an keinen Kanal gesendet.</translation>
  </message>
  <message>
   <source>No number yet. Once you adjust its stock, this shows how it goes.</source>
   <translation>Noch keine Zahl. Sobald Sie den Bestand korrigieren, sehen Sie hier den Verlauf.</translation>
  </message>
  <message>
   <source>No number yet: nothing is sent</source>
   <translation>Noch keine Zahl: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>No open incident</source>
   <translation>Kein offener Vorfall</translation>
  </message>
  <message>
   <source>No order below waits any more.</source>
   <translation>Keine Bestellung unten wartet mehr.</translation>
  </message>
  <message>
   <source>No order in the window.</source>
   <translation>Keine Bestellung im Zeitraum.</translation>
  </message>
  <message>
   <source>No order was cancelled so far</source>
   <translation>Bisher wurde keine Bestellung storniert</translation>
  </message>
  <message>
   <source>No order was cancelled, so no channel counts one</source>
   <translation>Keine Bestellung wurde storniert, also zählt kein Kanal eine</translation>
  </message>
  <message>
   <source>No order was heard of in the last {n} days.</source>
   <translation>In den letzten {n} Tagen kam keine Bestellung.</translation>
  </message>
  <message>
   <source>No order went over.</source>
   <translation>Keine Bestellung war zu viel.</translation>
  </message>
  <message>
   <source>No other incident is open</source>
   <translation>Kein anderer Vorfall ist offen</translation>
  </message>
  <message>
   <source>No pieces are chosen.</source>
   <translation>Keine Stücke gewählt.</translation>
  </message>
  <message>
   <source>No product matches “{words}”</source>
   <translation>Kein Produkt passt zu „{words}“</translation>
  </message>
  <message>
   <source>No product matches “{words}”.</source>
   <translation>Kein Produkt passt zu „{words}“.</translation>
  </message>
  <message>
   <source>No product passes</source>
   <translation>Kein Produkt passt</translation>
  </message>
  <message>
   <source>No product yet</source>
   <translation>Noch kein Produkt</translation>
  </message>
  <message>
   <source>No product yet.</source>
   <translation>Noch kein Produkt.</translation>
  </message>
  <message>
   <source>No promotion is planned.</source>
   <translation>Keine Aktion geplant.</translation>
  </message>
  <message>
   <source>No relay</source>
   <translation>Kein Relay</translation>
  </message>
  <message>
   <source>No relay is paired.</source>
   <translation>Kein Relay ist gekoppelt.</translation>
  </message>
  <message>
   <source>No reorder point</source>
   <translation>Kein Meldebestand</translation>
  </message>
  <message>
   <source>No row of the ledger is like this</source>
   <translation>Keine Buchung im Journal passt dazu</translation>
  </message>
  <message>
   <source>No sale has been measured yet.</source>
   <translation>Noch ist kein Verkauf gemessen.</translation>
  </message>
  <message>
   <source>No secret of yours is lent to it.</source>
   <translation>Kein Geheimnis von Ihnen ist ihm geliehen.</translation>
  </message>
  <message>
   <source>No sign-in key was needed yet.</source>
   <translation>Es war noch kein Anmeldeschlüssel nötig.</translation>
  </message>
  <message>
   <source>No technical words</source>
   <translation>Keine Fachwörter</translation>
  </message>
  <message>
   <source>No time yet</source>
   <translation>Noch keine Zeit</translation>
  </message>
  <message>
   <source>No vague dates</source>
   <translation>Keine vagen Termine</translation>
  </message>
  <message>
   <source>No, all is here</source>
   <translation>Nein, alles ist hier</translation>
  </message>
  <message>
   <source>No, not in the 7 days before.</source>
   <translation>Nein, nicht in den 7 Tagen davor.</translation>
  </message>
  <message>
   <source>No. Every call went well.</source>
   <translation>Nein. Jede Anfrage gelang.</translation>
  </message>
  <message>
   <source>Nobody asked for it</source>
   <translation>Niemand verlangte es</translation>
  </message>
  <message>
   <source>Nobody asked for it. Does its count go into the ledger?</source>
   <translation>Niemand verlangte es. Geht die Zählung ins Journal?</translation>
  </message>
  <message>
   <source>Nobody asked for it: it is listed apart, and you decide in the review.</source>
   <translation>Niemand verlangte es: Es steht getrennt, und Sie entscheiden in der Durchsicht.</translation>
  </message>
  <message>
   <source>Nobody but Plimsoll changed a number.</source>
   <translation>Niemand außer Plimsoll hat eine Zahl geändert.</translation>
  </message>
  <message>
   <source>Nobody can buy it now. It stays off sale until you put it back.</source>
   <translation>Niemand kann es jetzt kaufen. Es bleibt aus dem Verkauf, bis Sie es zurückstellen.</translation>
  </message>
  <message>
   <source>Nobody counted since {at}. Every scan is kept.</source>
   <translation>Seit {at} hat niemand gezählt. Jeder Scan ist gespeichert.</translation>
  </message>
  <message>
   <source>Nobody else has changed a number at {shop} in the last 90 days.</source>
   <translation>In den letzten 90 Tagen hat niemand sonst bei {shop} eine Zahl geändert.</translation>
  </message>
  <message>
   <source>Nobody is named yet; your own kiln is a supplier too</source>
   <translation>Noch niemand genannt; auch der eigene Ofen ist ein Lieferant</translation>
  </message>
  <message>
   <source>Nobody is short</source>
   <translation>Niemandem fehlt etwas</translation>
  </message>
  <message>
   <source>Nobody named</source>
   <translation>Niemand genannt</translation>
  </message>
  <message>
   <source>Nobody wrote to a customer yet</source>
   <translation>Noch niemand hat dem Kunden geschrieben</translation>
  </message>
  <message>
   <source>None of it is there now.</source>
   <translation>Jetzt ist nichts davon da.</translation>
  </message>
  <message>
   <source>None sent</source>
   <translation>Nichts gesendet</translation>
  </message>
  <message>
   <source>None there</source>
   <translation>Keine da</translation>
  </message>
  <message>
   <source>None yet, takes a minute</source>
   <translation>Noch keiner, dauert eine Minute</translation>
  </message>
  <message>
   <source>None yet. Do it by {day}, takes a minute</source>
   <translation>Noch keiner. Bis {day}, dauert eine Minute</translation>
  </message>
  <message>
   <source>None: it was not an order.</source>
   <translation>Keiner: Es war keine Bestellung.</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normal</translation>
  </message>
  <message>
   <source>Not any more…</source>
   <translation>Nicht mehr…</translation>
  </message>
  <message>
   <source>Not cancelled {order}</source>
   <translation>Nicht storniert {order}</translation>
  </message>
  <message>
   <source>Not changed</source>
   <translation>Nicht geändert</translation>
  </message>
  <message>
   <source>Not checked yet</source>
   <translation>Noch nicht geprüft</translation>
  </message>
  <message>
   <source>Not confirmed</source>
   <translation>Nicht bestätigt</translation>
  </message>
  <message>
   <source>Not counted in 60 days</source>
   <translation>60 Tage nicht gezählt</translation>
  </message>
  <message>
   <source>Not counted: nothing is posted for it. Blank is not zero.</source>
   <translation>Nicht gezählt: Dafür wird nichts gebucht. Leer ist nicht null.</translation>
  </message>
  <message>
   <source>Not covered</source>
   <translation>Nicht gedeckt</translation>
  </message>
  <message>
   <source>Not done in the last 30 days, takes 5 min</source>
   <translation>In 30 Tagen nicht geschehen, dauert 5 min</translation>
  </message>
  <message>
   <source>Not every number has been read yet.</source>
   <translation>Noch ist nicht jede Zahl gelesen.</translation>
  </message>
  <message>
   <source>Not from the channel: {source}, checked {on}.</source>
   <translation>Nicht vom Kanal: {source}, Stand {on}.</translation>
  </message>
  <message>
   <source>Not guaranteed: some are lost, and some come up to a day late. Plimsoll asks for orders as well.</source>
   <translation>Nicht garantiert: Manche gehen verloren, manche kommen bis zu einem Tag später. Plimsoll fragt Bestellungen auch ab.</translation>
  </message>
  <message>
   <source>Not here yet</source>
   <translation>Noch nicht hier</translation>
  </message>
  <message>
   <source>Not known yet.</source>
   <translation>Noch nicht bekannt.</translation>
  </message>
  <message>
   <source>Not known yet: Plimsoll learns them from a week or so of starts and ends, or type them. By them it reckons how long you are away.</source>
   <translation>Noch nicht bekannt: Plimsoll lernt sie aus etwa einer Woche von Starts und Enden, oder Sie geben sie ein. Danach rechnet es, wie lange Sie weg sind.</translation>
  </message>
  <message>
   <source>Not known yet: no order was cancelled so far</source>
   <translation>Noch nicht bekannt: Bisher wurde keine Bestellung storniert</translation>
  </message>
  <message>
   <source>Not linked</source>
   <translation>Nicht verknüpft</translation>
  </message>
  <message>
   <source>Not listed here</source>
   <translation>Hier nicht angeboten</translation>
  </message>
  <message>
   <source>Not listed here. Enter looks for one</source>
   <translation>Hier nicht angeboten. Eingabe sucht eines</translation>
  </message>
  <message>
   <source>Not listed on {shop}.</source>
   <translation>Nicht auf {shop} angeboten.</translation>
  </message>
  <message>
   <source>Not met</source>
   <translation>Nicht erfüllt</translation>
  </message>
  <message>
   <source>Not met: {words}</source>
   <translation>Nicht erfüllt: {words}</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Not ordered</source>
   <translation>Nicht bestellt</translation>
  </message>
  <message>
   <source>Not ours</source>
   <translation>Nicht von uns</translation>
  </message>
  <message>
   <source>Not ours, {length} after our own write</source>
   <translation>Nicht von uns, {length} nach unserer Zahl</translation>
  </message>
  <message>
   <source>Not oversold again</source>
   <translation>Nicht wieder überverkauft</translation>
  </message>
  <message>
   <source>Not passed: {check}</source>
   <translation>Nicht bestanden: {check}</translation>
  </message>
  <message>
   <source>Not pressed</source>
   <translation>Nicht gedrückt</translation>
  </message>
  <message>
   <source>Not read back</source>
   <translation>Nicht zurückgelesen</translation>
  </message>
  <message>
   <source>Not read yet</source>
   <translation>Noch nicht gelesen</translation>
  </message>
  <message>
   <source>Not read yet.</source>
   <translation>Noch nicht gelesen.</translation>
  </message>
  <message>
   <source>Not read: {columns}.</source>
   <translation>Nicht gelesen: {columns}.</translation>
  </message>
  <message>
   <source>Not refunded {order}</source>
   <translation>Nicht erstattet {order}</translation>
  </message>
  <message>
   <source>Not set up yet.</source>
   <translation>Noch nicht eingerichtet.</translation>
  </message>
  <message>
   <source>Not set up. Alerts can also be posted to an address of yours, over https.</source>
   <translation>Nicht eingerichtet. Hinweise können auch über https an eine eigene Adresse gehen.</translation>
  </message>
  <message>
   <source>Not set up. Alerts can also be sent by your own mail server, encrypted.</source>
   <translation>Nicht eingerichtet. Hinweise können auch verschlüsselt über Ihren eigenen Mailserver gehen.</translation>
  </message>
  <message>
   <source>Not settled yet</source>
   <translation>Noch nicht geklärt</translation>
  </message>
  <message>
   <source>Not signed.</source>
   <translation>Nicht unterschrieben.</translation>
  </message>
  <message>
   <source>Not sold for half a year</source>
   <translation>Ein halbes Jahr nicht verkauft</translation>
  </message>
  <message>
   <source>Not stock-managed</source>
   <translation>Bestand nicht geführt</translation>
  </message>
  <message>
   <source>Not stock-managed there</source>
   <translation>Bestand dort nicht geführt</translation>
  </message>
  <message>
   <source>Not sure</source>
   <translation>Unklar</translation>
  </message>
  <message>
   <source>Not ticked. {title}, {sku}. {what}.</source>
   <translation>Nicht angehakt. {title}, {sku}. {what}.</translation>
  </message>
  <message>
   <source>Not ticked. {title}, {sku}. {words}.</source>
   <translation>Nicht angehakt. {title}, {sku}. {words}.</translation>
  </message>
  <message>
   <source>Not told again: you heard of it at {time}.</source>
   <translation>Nicht noch einmal gemeldet, zuletzt {time}.</translation>
  </message>
  <message>
   <source>Not written to</source>
   <translation>Nicht angeschrieben</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>Noch nicht</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Note it</source>
   <translation>Notieren</translation>
  </message>
  <message>
   <source>Note, if you like</source>
   <translation>Notiz, wenn Sie mögen</translation>
  </message>
  <message>
   <source>Noted {at}</source>
   <translation>Notiert {at}</translation>
  </message>
  <message>
   <source>Nothing can be read from the damaged inventory.</source>
   <translation>Aus dem beschädigten Bestand kann nichts gelesen werden.</translation>
  </message>
  <message>
   <source>Nothing changed, {least} to {most} shown</source>
   <translation>Nichts geändert, {least} bis {most} angezeigt</translation>
  </message>
  <message>
   <source>Nothing changed, {n} shown everywhere</source>
   <translation>Nichts geändert, {n} überall angezeigt</translation>
  </message>
  <message>
   <source>Nothing differs any more. Put ours back, and sending goes on.</source>
   <translation>Nichts weicht mehr ab. Stellen Sie unsere wieder her, dann wird weiter gesendet.</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <source>Nothing had to be done.</source>
   <translation>Nichts war zu tun.</translation>
  </message>
  <message>
   <source>Nothing happens to it</source>
   <translation>Nichts geschieht damit</translation>
  </message>
  <message>
   <source>Nothing has been asked of it in the last 24 hours.</source>
   <translation>In den letzten 24 Stunden wurde nichts angefragt.</translation>
  </message>
  <message>
   <source>Nothing has been asked of it yet.</source>
   <translation>Noch wurde nichts angefragt.</translation>
  </message>
  <message>
   <source>Nothing has been asked of {shop} yet.</source>
   <translation>Bei {shop} wurde noch nichts angefragt.</translation>
  </message>
  <message>
   <source>Nothing has come out differently yet.</source>
   <translation>Noch ist nichts anders ausgegangen.</translation>
  </message>
  <message>
   <source>Nothing has come yet.</source>
   <translation>Noch ist nichts gekommen.</translation>
  </message>
  <message>
   <source>Nothing has said anything else in the last 90 days.</source>
   <translation>In den letzten 90 Tagen hat nichts etwas anderes gesagt.</translation>
  </message>
  <message numerus="yes">
   <source>Nothing has succeeded at {shop} for {n} minutes.</source>
   <extracomment>Nothing has succeeded at {shop} for {n} minute.</extracomment>
   <translation>
    <numerusform>Bei {shop} ist seit {n} Minute nichts gelungen.</numerusform>
    <numerusform>Bei {shop} ist seit {n} Minuten nichts gelungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing held back</source>
   <translation>Nichts zurückgehalten</translation>
  </message>
  <message>
   <source>Nothing held back.</source>
   <translation>Nichts zurückgehalten.</translation>
  </message>
  <message>
   <source>Nothing in the ledger was lost. Start it once more. If it happens again, copy the report into a message to whoever helps you: no sign-in keys and no names of customers are in it.</source>
   <translation>Im Journal ging nichts verloren. Starten Sie noch einmal. Geschieht es wieder, kopieren Sie den Bericht in eine Nachricht an die Person, die Ihnen hilft: Er enthält keine Anmeldeschlüssel und keine Namen von Kunden.</translation>
  </message>
  <message>
   <source>Nothing is at or under its reorder point</source>
   <translation>Nichts ist am oder unter dem Meldebestand</translation>
  </message>
  <message>
   <source>Nothing is booked</source>
   <translation>Nichts wird gebucht</translation>
  </message>
  <message>
   <source>Nothing is booked for it until you say which product it is.</source>
   <translation>Dafür wird nichts gebucht, bis Sie sagen, welches Produkt es ist.</translation>
  </message>
  <message>
   <source>Nothing is confirmed yet</source>
   <translation>Noch nichts ist bestätigt</translation>
  </message>
  <message>
   <source>Nothing is ordered</source>
   <translation>Nichts ist bestellt</translation>
  </message>
  <message>
   <source>Nothing is oversold.</source>
   <translation>Nichts ist überverkauft.</translation>
  </message>
  <message>
   <source>Nothing is overwritten before you decide, or before your own stock moves.</source>
   <translation>Nichts wird überschrieben, bevor Sie entscheiden oder Ihr eigener Bestand sich bewegt.</translation>
  </message>
  <message>
   <source>Nothing is pasted yet.</source>
   <translation>Noch ist nichts eingefügt.</translation>
  </message>
  <message>
   <source>Nothing is posted for what was not counted. Blank is not zero.</source>
   <translation>Für Ungezähltes wird nichts gebucht. Leer ist nicht null.</translation>
  </message>
  <message>
   <source>Nothing is scanned.</source>
   <translation>Nichts gescannt.</translation>
  </message>
  <message>
   <source>Nothing is sent</source>
   <translation>Nichts wird gesendet</translation>
  </message>
  <message>
   <source>Nothing is sent before you press the button.</source>
   <translation>Nichts wird gesendet, bevor Sie den Knopf drücken.</translation>
  </message>
  <message>
   <source>Nothing is sent now. Plimsoll reads the orders since then and every number in your channels. When they are right, choose Go live in Channels, shop by shop.</source>
   <translation>Jetzt wird nichts gesendet. Plimsoll liest die Bestellungen seither und jede Zahl in Ihren Kanälen. Stimmen sie, wählen Sie unter „Kanäle“ Shop für Shop „Live schalten“.</translation>
  </message>
  <message>
   <source>Nothing is sent there until you decide</source>
   <translation>Dorthin wird nichts gesendet, bis Sie entscheiden</translation>
  </message>
  <message>
   <source>Nothing is sent there until you decide.</source>
   <translation>Dorthin wird nichts gesendet, bis Sie entscheiden.</translation>
  </message>
  <message>
   <source>Nothing is sent to it, so nothing waits to be confirmed.</source>
   <translation>Es wird nichts gesendet, also ist nichts zu bestätigen.</translation>
  </message>
  <message>
   <source>Nothing is sent to {shop} until you have decided on a change from outside.</source>
   <translation>An {shop} wird nichts gesendet, bis Sie über eine fremde Änderung entschieden haben.</translation>
  </message>
  <message>
   <source>Nothing is sent to {shop} yet. See first what going live would change.</source>
   <translation>Noch wird nichts an {shop} gesendet. Sehen Sie zuerst, was sich live ändern würde.</translation>
  </message>
  <message>
   <source>Nothing is sent to {shop} yet: it is only looked at.</source>
   <translation>An {shop} wird noch nichts gesendet: nur ansehen.</translation>
  </message>
  <message>
   <source>Nothing is short</source>
   <translation>Nichts fehlt</translation>
  </message>
  <message>
   <source>Nothing is short any more, and nobody was let down: it can be closed as “Covered after all”.</source>
   <translation>Nichts fehlt mehr, und niemand wurde enttäuscht: Er lässt sich als „Doch gedeckt“ schließen.</translation>
  </message>
  <message>
   <source>Nothing is to be done.</source>
   <translation>Es ist nichts zu tun.</translation>
  </message>
  <message>
   <source>Nothing is waiting</source>
   <translation>Nichts wartet</translation>
  </message>
  <message>
   <source>Nothing is written yet. A wrong file or a wrong shop can do this too: look at the list first.</source>
   <translation>Noch ist nichts geschrieben. Auch eine falsche Datei oder ein falscher Shop kann das bewirken: Sehen Sie zuerst die Liste an.</translation>
  </message>
  <message>
   <source>Nothing is written yet. An empty cell leaves a value as it is; a dash takes it away.</source>
   <translation>Noch nichts geschrieben. Eine leere Zelle lässt einen Wert, wie er ist; ein Strich entfernt ihn.</translation>
  </message>
  <message>
   <source>Nothing is written yet: it only stands in the list until you press the button above.</source>
   <translation>Noch ist nichts geschrieben: Es steht nur in der Liste, bis Sie oben den Knopf drücken.</translation>
  </message>
  <message>
   <source>Nothing is wrong. What is due can wait until you have time.</source>
   <translation>Nichts ist falsch. Was fällig ist, kann warten, bis Sie Zeit haben.</translation>
  </message>
  <message>
   <source>Nothing like it is in stock.</source>
   <translation>Nichts Ähnliches ist verfügbar.</translation>
  </message>
  <message>
   <source>Nothing needs you.</source>
   <translation>Nichts braucht Sie.</translation>
  </message>
  <message>
   <source>Nothing needs your answer.</source>
   <translation>Nichts braucht Ihre Antwort.</translation>
  </message>
  <message>
   <source>Nothing of it is kept.</source>
   <translation>Nichts davon bleibt gespeichert.</translation>
  </message>
  <message>
   <source>Nothing of it is posted.</source>
   <translation>Nichts davon ist gebucht.</translation>
  </message>
  <message>
   <source>Nothing of it was used. Look at the page you got Plimsoll from.</source>
   <translation>Nichts davon wurde verwendet. Sehen Sie auf der Seite nach, von der Sie Plimsoll haben.</translation>
  </message>
  <message>
   <source>Nothing of order {order} is still to be sent.</source>
   <translation>Von Bestellung {order} ist nichts mehr zu versenden.</translation>
  </message>
  <message>
   <source>Nothing ran out.</source>
   <translation>Nichts ging aus.</translation>
  </message>
  <message>
   <source>Nothing shown anywhere at {pieces} or fewer.</source>
   <translation>Nirgends etwas angezeigt bei {pieces} oder weniger.</translation>
  </message>
  <message>
   <source>Nothing shown anywhere at {total} or fewer, {own} of them on top.</source>
   <translation>Nirgends etwas angezeigt bei {total} oder weniger, {own} davon zusätzlich.</translation>
  </message>
  <message>
   <source>Nothing shown at {pieces} or fewer, as everywhere</source>
   <translation>Nichts angezeigt bei {pieces} oder weniger, wie überall</translation>
  </message>
  <message>
   <source>Nothing shown at {pieces} or fewer, as for the whole product</source>
   <translation>Nichts angezeigt bei {pieces} oder weniger, wie beim ganzen Produkt</translation>
  </message>
  <message>
   <source>Nothing shown at {pieces} or fewer, as of everything on {shop}</source>
   <translation>Nichts angezeigt bei {pieces} oder weniger, wie von allem auf {shop}</translation>
  </message>
  <message>
   <source>Nothing shown here at {pieces} or fewer.</source>
   <translation>Hier nichts angezeigt bei {pieces} oder weniger.</translation>
  </message>
  <message>
   <source>Nothing shown here at {total} or fewer, {own} of them on top.</source>
   <translation>Hier nichts angezeigt bei {total} oder weniger, {own} davon zusätzlich.</translation>
  </message>
  <message>
   <source>Nothing stands before or after a code.</source>
   <translation>Vor oder nach einem Code steht nichts.</translation>
  </message>
  <message>
   <source>Nothing succeeded for three intervals.</source>
   <translation>Drei Intervalle lang ist nichts gelungen.</translation>
  </message>
  <message>
   <source>Nothing to do</source>
   <translation>Nichts zu tun</translation>
  </message>
  <message>
   <source>Nothing to link</source>
   <translation>Nichts zu verknüpfen</translation>
  </message>
  <message>
   <source>Nothing to start</source>
   <translation>Nichts zu starten</translation>
  </message>
  <message>
   <source>Nothing to stop.</source>
   <translation>Nichts zu stoppen.</translation>
  </message>
  <message>
   <source>Nothing to take over</source>
   <translation>Nichts zu übernehmen</translation>
  </message>
  <message>
   <source>Nothing waits there.</source>
   <translation>Dort wartet nichts.</translation>
  </message>
  <message>
   <source>Nothing waits. Refunds and returns of every shop come here by themselves.</source>
   <translation>Nichts wartet. Erstattungen und Rückgaben jedes Shops kommen von selbst hierher.</translation>
  </message>
  <message>
   <source>Nothing was booked.</source>
   <translation>Nichts wurde gebucht.</translation>
  </message>
  <message>
   <source>Nothing was changed from inside the incident.</source>
   <translation>Aus dem Vorfall heraus wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation>Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Nothing was changed. Sign in with the account of this shop, or connect the other one as a new shop.</source>
   <translation>Nichts wurde geändert. Melden Sie sich mit dem Konto dieses Shops an, oder verbinden Sie den anderen als neuen Shop.</translation>
  </message>
  <message>
   <source>Nothing was checked yet. Plimsoll checks within half a minute of every change.</source>
   <translation>Noch wurde nichts geprüft. Plimsoll prüft binnen einer halben Minute nach jeder Änderung.</translation>
  </message>
  <message>
   <source>Nothing was counted.</source>
   <translation>Nichts wurde gezählt.</translation>
  </message>
  <message>
   <source>Nothing was kept, and what you typed is still here. Try again when the shop answers.</source>
   <translation>Nichts wurde verwahrt, und Ihre Eingaben sind noch da. Versuchen Sie es erneut, wenn der Shop antwortet.</translation>
  </message>
  <message>
   <source>Nothing was oversold.</source>
   <translation>Nichts wurde überverkauft.</translation>
  </message>
  <message>
   <source>Nothing was promised on {shop} yet. The first number that is sent stands here.</source>
   <translation>Auf {shop} ist noch nichts zugesagt. Die erste gesendete Zahl steht dann hier.</translation>
  </message>
  <message>
   <source>Nothing was refunded.</source>
   <translation>Nichts wurde erstattet.</translation>
  </message>
  <message>
   <source>Nothing was saved.</source>
   <translation>Nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>Nothing was scanned yet.</source>
   <translation>Noch wurde nichts gescannt.</translation>
  </message>
  <message>
   <source>Nothing was sent in the last {n} days.</source>
   <translation>In den letzten {n} Tagen wurde nichts gesendet.</translation>
  </message>
  <message>
   <source>Nothing was sent yet</source>
   <translation>Noch nichts gesendet</translation>
  </message>
  <message>
   <source>Nothing was sent.</source>
   <translation>Nichts wurde gesendet.</translation>
  </message>
  <message>
   <source>Nothing was written to its ledger yet.</source>
   <translation>Noch nichts in seinem Journal.</translation>
  </message>
  <message>
   <source>Nothing was written yet.</source>
   <translation>Noch nichts geschrieben.</translation>
  </message>
  <message>
   <source>Nothing would have been sold twice, at up to {rate} buyers an hour.</source>
   <translation>Nichts wäre doppelt verkauft worden, bei bis zu {rate} Käufern je Stunde.</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Numbers of a similar product…</source>
   <translation>Zahlen eines ähnlichen Produkts…</translation>
  </message>
  <message>
   <source>Numbers that were changed</source>
   <translation>Geänderte Zahlen</translation>
  </message>
  <message>
   <source>Numbers that would change</source>
   <translation>Zahlen, die sich ändern würden</translation>
  </message>
  <message>
   <source>Numbers that would fall at {shop}</source>
   <translation>Zahlen, die bei {shop} fallen würden</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Of each product that several channels sell, in each of them, from when you prepare until you are back.</source>
   <translation>Von jedem Produkt, das mehrere Kanäle verkaufen, in jedem von ihnen, vom Vorbereiten bis Sie zurück sind.</translation>
  </message>
  <message>
   <source>Of each refused or late update of this product, also outside this window.</source>
   <translation>Bei jeder abgelehnten oder späten Änderung dieses Produkts, auch außerhalb dieses Fensters.</translation>
  </message>
  <message>
   <source>Of it more</source>
   <translation>Davon mehr</translation>
  </message>
  <message>
   <source>Of these may still be sold: {shops}.</source>
   <translation>Davon können noch verkauft werden: {shops}.</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Off sale</source>
   <translation>Nicht im Verkauf</translation>
  </message>
  <message>
   <source>Off sale and set to 0. Being read back.</source>
   <translation>Aus dem Verkauf und auf 0 gesetzt. Wird zurückgelesen.</translation>
  </message>
  <message>
   <source>Off sale there</source>
   <translation>Dort nicht im Verkauf</translation>
  </message>
  <message>
   <source>Off sale, 0 there. Read back {at}.</source>
   <translation>Aus dem Verkauf, dort 0. Zurückgelesen {at}.</translation>
  </message>
  <message>
   <source>Off sale. Being read back.</source>
   <translation>Aus dem Verkauf. Wird zurückgelesen.</translation>
  </message>
  <message>
   <source>Offer it</source>
   <translation>Anbieten</translation>
  </message>
  <message>
   <source>Offer rules</source>
   <translation>Anzeigeregeln</translation>
  </message>
  <message>
   <source>Offer rules of {title} changed</source>
   <translation>Anzeigeregeln von {title} geändert</translation>
  </message>
  <message>
   <source>Offer rules…</source>
   <translation>Anzeigeregeln…</translation>
  </message>
  <message>
   <source>Offline: no update waits</source>
   <translation>Offline: Keine Änderung wartet</translation>
  </message>
  <message numerus="yes">
   <source>Offline: {n} updates wait</source>
   <extracomment>Offline: {n} update waits</extracomment>
   <translation>
    <numerusform>Offline: {n} Änderung wartet</numerusform>
    <numerusform>Offline: {n} Änderungen warten</numerusform>
   </translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>On a ship, the Plimsoll line shows how much it may carry. In your shop, it shows how much you may promise.</source>
   <translation>Am Schiff zeigt die Plimsoll-Linie, wie viel es tragen darf. In Ihrem Shop zeigt sie, wie viel Sie zusagen dürfen.</translation>
  </message>
  <message>
   <source>On average it took {length}: that counts for a last piece.</source>
   <translation>Im Mittel dauerte es {length}: Das zählt bei einem letzten Stück.</translation>
  </message>
  <message>
   <source>On etsy.com/developers open Your apps, then the webhook portal of your app.</source>
   <translation>Öffnen Sie auf etsy.com/developers „Your apps“, dann das Webhook-Portal Ihrer App.</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>Vorhanden</translation>
  </message>
  <message>
   <source>On hand = what the shop shows + what it has sold and not sent.</source>
   <translation>Vorhanden = was der Shop zeigt + was er verkauft und nicht versendet hat.</translation>
  </message>
  <message>
   <source>On hand after</source>
   <translation>Danach vorhanden</translation>
  </message>
  <message>
   <source>On hand change</source>
   <translation>Vorhanden, Änderung</translation>
  </message>
  <message>
   <source>On hand stays: a sheet cannot know the newest sale. Count it in Inventory</source>
   <translation>Vorhanden bleibt: Eine Tabelle kann den neuesten Verkauf nicht kennen. Zählen Sie es unter „Bestand“</translation>
  </message>
  <message>
   <source>On its host, “plimsoll-relay pair” shows a code that holds for 15 minutes.</source>
   <translation>Auf seinem Host zeigt „plimsoll-relay pair“ einen Code, der 15 Minuten gilt.</translation>
  </message>
  <message>
   <source>On order</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>On sale again, shows {number}.</source>
   <translation>Wieder im Verkauf, zeigt {number}.</translation>
  </message>
  <message>
   <source>On sale nowhere</source>
   <translation>Nirgends im Verkauf</translation>
  </message>
  <message>
   <source>On the way</source>
   <translation>Unterwegs</translation>
  </message>
  <message>
   <source>On the way: nothing is ordered</source>
   <translation>Unterwegs: Nichts ist bestellt</translation>
  </message>
  <message>
   <source>On these days</source>
   <translation>An diesen Tagen</translation>
  </message>
  <message>
   <source>On this page</source>
   <translation>Auf dieser Seite</translation>
  </message>
  <message>
   <source>On this screen</source>
   <translation>Auf diesem Bildschirm</translation>
  </message>
  <message>
   <source>On top</source>
   <translation>Zusätzlich</translation>
  </message>
  <message>
   <source>On until {day}</source>
   <translation>Läuft bis {day}</translation>
  </message>
  <message>
   <source>Once a day at</source>
   <translation>Einmal täglich um</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>One damaged</source>
   <translation>Eines beschädigt</translation>
  </message>
  <message>
   <source>One less</source>
   <translation>Eines weniger</translation>
  </message>
  <message>
   <source>One location of several</source>
   <translation>Ein Standort von mehreren</translation>
  </message>
  <message>
   <source>One more</source>
   <translation>Eines mehr</translation>
  </message>
  <message>
   <source>One more is made or bought</source>
   <translation>Eines wird gefertigt oder gekauft</translation>
  </message>
  <message>
   <source>One more piece held back</source>
   <translation>Ein Stück mehr zurückgehalten</translation>
  </message>
  <message>
   <source>One piece listed here is {parts}.</source>
   <translation>Ein hier angebotenes Stück ist {parts}.</translation>
  </message>
  <message>
   <source>One press takes it off sale on every channel, and in every bundle that holds it. It stays off until you put it back: no delivery, return or count does that.</source>
   <translation>Ein Druck nimmt es auf jedem Kanal aus dem Verkauf, auch in jedem Set, das es enthält. Es bleibt weg, bis Sie es zurückstellen: Keine Lieferung, Rückgabe oder Zählung tut das.</translation>
  </message>
  <message>
   <source>One shelf</source>
   <translation>Ein Regal</translation>
  </message>
  <message>
   <source>One thing needs you in the next {time}. The rest can wait.</source>
   <translation>Eine Sache braucht Sie. Zeit dafür: {time}. Der Rest kann warten.</translation>
  </message>
  <message>
   <source>Only Plimsoll may change stock</source>
   <translation>Nur Plimsoll darf den Bestand ändern</translation>
  </message>
  <message>
   <source>Only a date that somebody has confirmed can be promised to a customer.</source>
   <translation>Nur ein Datum, das jemand bestätigt hat, lässt sich einem Kunden zusagen.</translation>
  </message>
  <message>
   <source>Only for orders: paid, cancelled, shipped and delivered. None for stock, listings or refunds, so Plimsoll asks as well.</source>
   <translation>Nur für Bestellungen: bezahlt, storniert, versandt und zugestellt. Keine für Bestand, Angebote oder Erstattungen, deshalb fragt Plimsoll auch nach.</translation>
  </message>
  <message>
   <source>Only look at {shop}</source>
   <translation>{shop} nur ansehen</translation>
  </message>
  <message>
   <source>Only look at {shop}?</source>
   <translation>{shop} nur ansehen?</translation>
  </message>
  <message>
   <source>Only the channel knows: {names}. Type what it shows under Edit limits.</source>
   <translation>Nur der Kanal weiß es: {names}. Tragen Sie unter „Grenzen ändern“ ein, was er zeigt.</translation>
  </message>
  <message>
   <source>Only the newest number of each product is sent.</source>
   <translation>Nur die neueste Zahl jedes Produkts wird gesendet.</translation>
  </message>
  <message>
   <source>Only this one is {sku}</source>
   <translation>Nur dieses ist {sku}</translation>
  </message>
  <message numerus="yes">
   <source>Only {n} of {title} are free.</source>
   <extracomment>Only {n} of {title} is free.</extracomment>
   <translation>
    <numerusform>Nur {n} Stück von {title} ist frei.</numerusform>
    <numerusform>Nur {n} Stück von {title} sind frei.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Only {n} orders came yet: thin.</source>
   <extracomment>Only {n} order came yet: thin.</extracomment>
   <translation>
    <numerusform>Erst {n} Bestellung da: dünne Grundlage.</numerusform>
    <numerusform>Erst {n} Bestellungen da: dünne Grundlage.</numerusform>
   </translation>
  </message>
  <message>
   <source>Only {on_hand} are on hand.</source>
   <translation>Nur {on_hand} vorhanden.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open Plimsoll</source>
   <translation>Plimsoll öffnen</translation>
  </message>
  <message>
   <source>Open Settings and choose Recompute from the ledger. The ledger itself is whole.</source>
   <translation>Wählen Sie in den Einstellungen „Aus dem Journal neu berechnen“. Das Journal selbst ist heil.</translation>
  </message>
  <message>
   <source>Open counts</source>
   <translation>Offene Zählungen</translation>
  </message>
  <message>
   <source>Open in the shop</source>
   <translation>Im Shop öffnen</translation>
  </message>
  <message>
   <source>Open in {shop}</source>
   <translation>In {shop} öffnen</translation>
  </message>
  <message>
   <source>Open incident {number}</source>
   <translation>Vorfall {number} öffnen</translation>
  </message>
  <message>
   <source>Open incidents</source>
   <translation>Vorfälle öffnen</translation>
  </message>
  <message numerus="yes">
   <source>Open incidents would add {n}, if their orders are cancelled: {after}.</source>
   <extracomment>An open incident would add {n}, if its order is cancelled: {after}.</extracomment>
   <translation>
    <numerusform>Ein offener Vorfall brächte {n} hinzu, wenn seine Bestellung storniert wird: {after}.</numerusform>
    <numerusform>Offene Vorfälle brächten {n} hinzu, wenn ihre Bestellungen storniert werden: {after}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Open its page</source>
   <translation>Seite öffnen</translation>
  </message>
  <message>
   <source>Open its permissions</source>
   <translation>Seine Rechte öffnen</translation>
  </message>
  <message>
   <source>Open orders are booked as promised. Nothing is sent by this, and one press on Undo takes it back.</source>
   <translation>Offene Bestellungen werden als zugesagt gebucht. Dabei wird nichts gesendet, und „Rückgängig“ nimmt alles zurück.</translation>
  </message>
  <message>
   <source>Open the folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Open the incident</source>
   <translation>Den Vorfall öffnen</translation>
  </message>
  <message>
   <source>Open the instructions of {channel}</source>
   <translation>Die Anleitung von {channel} öffnen</translation>
  </message>
  <message>
   <source>Open the list</source>
   <translation>Liste öffnen</translation>
  </message>
  <message>
   <source>Open the order</source>
   <translation>Bestellung öffnen</translation>
  </message>
  <message>
   <source>Open the order at its channel</source>
   <translation>Bestellung bei ihrem Kanal öffnen</translation>
  </message>
  <message>
   <source>Open the order at {channel}</source>
   <translation>Bestellung bei {channel} öffnen</translation>
  </message>
  <message>
   <source>Open the order on the channel’s own page and cancel or refund it there.</source>
   <translation>Öffnen Sie die Bestellung auf der Seite des Kanals, und stornieren oder erstatten Sie sie dort.</translation>
  </message>
  <message>
   <source>Open the page again</source>
   <translation>Seite erneut öffnen</translation>
  </message>
  <message>
   <source>Open the sample</source>
   <translation>Beispiel öffnen</translation>
  </message>
  <message>
   <source>Open the sample shop</source>
   <translation>Beispielshop öffnen</translation>
  </message>
  <message>
   <source>Open {shop}’s permissions</source>
   <translation>Rechte von {shop} öffnen</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Eröffnet</translation>
  </message>
  <message>
   <source>Opened incident {number}: {title}</source>
   <translation>Vorfall {number} eröffnet: {title}</translation>
  </message>
  <message>
   <source>Opened {date}, {time}.</source>
   <translation>Eröffnet {date}, {time}.</translation>
  </message>
  <message>
   <source>Opens the order at its channel, in your browser.</source>
   <translation>Öffnet die Bestellung bei ihrem Kanal, in Ihrem Browser.</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>Möglichkeiten</translation>
  </message>
  <message>
   <source>Or</source>
   <translation>Oder</translation>
  </message>
  <message>
   <source>Or cancel an order at its channel: its pieces are free here as soon as Plimsoll hears of it.</source>
   <translation>Oder stornieren Sie eine Bestellung bei ihrem Kanal: Ihre Stücke sind hier frei, sobald Plimsoll davon erfährt.</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Bestellung</translation>
  </message>
  <message>
   <source>Order by</source>
   <translation>Bestellen bis</translation>
  </message>
  <message>
   <source>Order defects</source>
   <translation>Bestellmängel</translation>
  </message>
  <message>
   <source>Order for {supplier}</source>
   <translation>Bestellung an {supplier}</translation>
  </message>
  <message>
   <source>Order number</source>
   <translation>Bestellnummer</translation>
  </message>
  <message>
   <source>Order these?</source>
   <translation>Diese bestellen?</translation>
  </message>
  <message>
   <source>Order {number}</source>
   <translation>Bestellung {number}</translation>
  </message>
  <message>
   <source>Order {number} has more refunds than Plimsoll can read.</source>
   <translation>Bestellung {number} hat mehr Erstattungen, als Plimsoll lesen kann.</translation>
  </message>
  <message>
   <source>Order {number} is followed up</source>
   <translation>Bestellung {number} ist nachbearbeitet</translation>
  </message>
  <message>
   <source>Order {n} of this buyer here.</source>
   <translation>Bestellung Nr. {n} dieses Käufers hier.</translation>
  </message>
  <message>
   <source>Order {order} is being cancelled at {shop}</source>
   <translation>Bestellung {order} wird bei {shop} storniert</translation>
  </message>
  <message>
   <source>Order {order} is being refunded at {shop}</source>
   <translation>Bestellung {order} wird bei {shop} erstattet</translation>
  </message>
  <message numerus="yes">
   <source>Order {order} of {shop} promised {n} pieces more than there were</source>
   <extracomment>Order {order} of {shop} promised {n} piece more than there was</extracomment>
   <translation>
    <numerusform>Bestellung {order} bei {shop} hat {n} Stück mehr zugesagt, als da war</numerusform>
    <numerusform>Bestellung {order} bei {shop} hat {n} Stück mehr zugesagt, als da waren</numerusform>
   </translation>
  </message>
  <message>
   <source>Order {order} of {shop} was heard of at {heard} and booked only at {booked}: its listing was not linked to this product.</source>
   <translation>Bestellung {order} von {shop} war bekannt ({heard}), wurde aber erst später gebucht ({booked}): Ihr Angebot war nicht mit diesem Produkt verknüpft.</translation>
  </message>
  <message>
   <source>Order {order} of {shop} was heard of {time} after it was bought.</source>
   <translation>Bestellung {order} von {shop} wurde erst {time} nach dem Kauf bekannt.</translation>
  </message>
  <message numerus="yes">
   <source>Order {order} sold {n} {title}, which are not linked to a product.</source>
   <extracomment>Order {order} sold {n} {title}, which is not linked to a product.</extracomment>
   <translation>
    <numerusform>Bestellung {order}: {n} × {title} verkauft, mit keinem Produkt verknüpft.</numerusform>
    <numerusform>Bestellung {order}: {n} × {title} verkauft, mit keinem Produkt verknüpft.</numerusform>
   </translation>
  </message>
  <message>
   <source>Order {order}, placed {at}: counts</source>
   <translation>Bestellung {order}, {at}: zählt</translation>
  </message>
  <message numerus="yes">
   <source>Order {order}: money was given back, perhaps for {n} {title}. Do they stay here, or are they sent?</source>
   <extracomment>Order {order}: money was given back, perhaps for {n} {title}. Does it stay here, or is it sent?</extracomment>
   <translation>
    <numerusform>Bestellung {order}: Geld wurde erstattet, vielleicht für {n} {title}. Bleibt es hier oder wird es versendet?</numerusform>
    <numerusform>Bestellung {order}: Geld wurde erstattet, vielleicht für {n} {title}. Bleiben sie hier oder werden sie versendet?</numerusform>
   </translation>
  </message>
  <message>
   <source>Order {order}: no longer needed</source>
   <translation>Bestellung {order}: nicht mehr nötig</translation>
  </message>
  <message numerus="yes">
   <source>Order {order}: {n} {title} were put back on sale there after they were sent. Are they here?</source>
   <extracomment>Order {order}: {n} {title} was put back on sale there after it was sent. Is it here?</extracomment>
   <translation>
    <numerusform>Bestellung {order}: {n} {title} wurde dort nach dem Versand wieder angeboten. Liegt es hier?</numerusform>
    <numerusform>Bestellung {order}: {n} {title} wurden dort nach dem Versand wieder angeboten. Liegen sie hier?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Order {order}: {n} {title} were refunded after they were sent. Are they back?</source>
   <extracomment>Order {order}: {n} {title} was refunded after it was sent. Is it back?</extracomment>
   <translation>
    <numerusform>Bestellung {order}: {n} {title} wurde nach dem Versand erstattet. Ist es zurück?</numerusform>
    <numerusform>Bestellung {order}: {n} {title} wurden nach dem Versand erstattet. Sind sie zurück?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Order {order}: {n} {title} were refunded before they were sent. Are they on the shelf?</source>
   <extracomment>Order {order}: {n} {title} was refunded before it was sent. Is it on the shelf?</extracomment>
   <translation>
    <numerusform>Bestellung {order}: {n} {title} wurde vor dem Versand erstattet. Liegt es im Regal?</numerusform>
    <numerusform>Bestellung {order}: {n} {title} wurden vor dem Versand erstattet. Liegen sie im Regal?</numerusform>
   </translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Ordered earlier</source>
   <translation>Früher bestellt</translation>
  </message>
  <message>
   <source>Ordered on</source>
   <translation>Bestellt am</translation>
  </message>
  <message>
   <source>Ordered {date}</source>
   <translation>Bestellt {date}</translation>
  </message>
  <message>
   <source>Ordered, no date</source>
   <translation>Bestellt, kein Datum</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Bestellungen</translation>
  </message>
  <message>
   <source>Orders are still heard of by asking, a little later.</source>
   <translation>Bestellungen werden weiter abgefragt, etwas später.</translation>
  </message>
  <message>
   <source>Orders counted at {shop}</source>
   <translation>Bei {shop} gezählte Bestellungen</translation>
  </message>
  <message>
   <source>Orders delivered on time</source>
   <translation>Pünktlich zugestellte Bestellungen</translation>
  </message>
  <message>
   <source>Orders in, quantities out</source>
   <translation>Bestellungen herein, Mengen hinaus</translation>
  </message>
  <message>
   <source>Orders last read</source>
   <translation>Zuletzt gelesen</translation>
  </message>
  <message numerus="yes">
   <source>Orders last {n} days</source>
   <extracomment>Orders last {n} day</extracomment>
   <translation>
    <numerusform>Bestellungen reichen {n} Tag</numerusform>
    <numerusform>Bestellungen reichen {n} Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>Orders made by an app</source>
   <translation>Bestellungen, die eine App anlegt</translation>
  </message>
  <message>
   <source>Orders of {shop}</source>
   <translation>Bestellungen von {shop}</translation>
  </message>
  <message>
   <source>Orders sent late</source>
   <translation>Verspätete Sendungen</translation>
  </message>
  <message>
   <source>Orders shown</source>
   <translation>Gezeigte Bestellungen</translation>
  </message>
  <message>
   <source>Orders that are not paid</source>
   <translation>Unbezahlte Bestellungen</translation>
  </message>
  <message>
   <source>Orders that are open now</source>
   <translation>Jetzt offene Bestellungen</translation>
  </message>
  <message>
   <source>Orders that are open stay open. Plimsoll reads back what every channel shows afterwards.</source>
   <translation>Offene Bestellungen bleiben offen. Plimsoll liest danach zurück, was jeder Kanal zeigt.</translation>
  </message>
  <message>
   <source>Orders that changed since you connected</source>
   <translation>Seit dem Verbinden geänderte Bestellungen</translation>
  </message>
  <message>
   <source>Orders that went over</source>
   <translation>Überverkaufte Bestellungen</translation>
  </message>
  <message>
   <source>Orders that you cancelled before sending them</source>
   <translation>Bestellungen, die Sie vor dem Versand storniert haben</translation>
  </message>
  <message>
   <source>Orders with valid tracking</source>
   <translation>Bestellungen mit gültiger Sendungsnummer</translation>
  </message>
  <message>
   <source>Orders, Cancel order. It refunds by itself: do not refund again.</source>
   <translation>Bestellungen, Bestellung stornieren. Es erstattet von selbst: Erstatten Sie nicht noch einmal.</translation>
  </message>
  <message>
   <source>Orders, the order, More actions, Cancel order.</source>
   <translation>Bestellungen, die Bestellung, Weitere Aktionen, Bestellung stornieren.</translation>
  </message>
  <message>
   <source>Orders, the order: refund it first, then set it to Cancelled. The status Refunded alone pays nothing.</source>
   <translation>Bestellungen, die Bestellung: erst erstatten, dann auf „Storniert“ setzen. Der Status „Rückerstattet“ allein zahlt nichts.</translation>
  </message>
  <message>
   <source>Orders: set it to Pending, then Cancel order.</source>
   <translation>Bestellungen: auf „Ausstehend“ setzen, dann stornieren.</translation>
  </message>
  <message>
   <source>Ordinary</source>
   <translation>Gewöhnlich</translation>
  </message>
  <message>
   <source>Other correction</source>
   <translation>Andere Korrektur</translation>
  </message>
  <message>
   <source>Other incidents</source>
   <translation>Andere Vorfälle</translation>
  </message>
  <message>
   <source>Other ways</source>
   <translation>Andere Wege</translation>
  </message>
  <message>
   <source>Our number came to be the same</source>
   <translation>Unsere Zahl wurde dieselbe</translation>
  </message>
  <message>
   <source>Ours</source>
   <translation>Unsere</translation>
  </message>
  <message>
   <source>Ours kept</source>
   <translation>Unsere behalten</translation>
  </message>
  <message>
   <source>Ours put back by you</source>
   <translation>Unsere von Ihnen wiederhergestellt</translation>
  </message>
  <message>
   <source>Ours put back, as you chose</source>
   <translation>Unsere wiederhergestellt, wie gewählt</translation>
  </message>
  <message>
   <source>Ours was sent when our stock moved</source>
   <translation>Unsere ging mit unserem Bestand hinaus</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Outside edits</source>
   <translation>Fremde Änderungen</translation>
  </message>
  <message>
   <source>Over 10 minutes</source>
   <translation>Über 10 Minuten</translation>
  </message>
  <message>
   <source>Overselling</source>
   <translation>Überverkauf</translation>
  </message>
  <message>
   <source>Overselling on {shop} follows what holds everywhere</source>
   <translation>Überverkauf auf {shop} folgt dem, was überall gilt</translation>
  </message>
  <message>
   <source>Overselling on {shop} set to “{choice}”</source>
   <translation>Überverkauf auf {shop} auf „{choice}“ gesetzt</translation>
  </message>
  <message>
   <source>Overselling set to “{choice}”</source>
   <translation>Überverkauf auf „{choice}“ gesetzt</translation>
  </message>
  <message>
   <source>Oversold</source>
   <translation>Überverkauft</translation>
  </message>
  <message>
   <source>Oversold {pieces}</source>
   <translation>Überverkauf {pieces}</translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>Überblick</translation>
  </message>
  <message>
   <source>Own production</source>
   <translation>Eigene Fertigung</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>PDF (*.pdf);;Web page (*.html);;Markdown (*.md)</source>
   <translation>PDF (*.pdf);;Webseite (*.html);;Markdown (*.md)</translation>
  </message>
  <message>
   <source>Pack</source>
   <translation>Packung</translation>
  </message>
  <message>
   <source>Pack or batch</source>
   <translation>Packung, Charge</translation>
  </message>
  <message>
   <source>Pack or batch of this product (empty: as its supplier)</source>
   <translation>Packung oder Charge dieses Produkts (leer: wie beim Lieferanten)</translation>
  </message>
  <message>
   <source>Pack up</source>
   <translation>Einpacken</translation>
  </message>
  <message>
   <source>Packed elsewhere…</source>
   <translation>Anderswo verpackt…</translation>
  </message>
  <message>
   <source>Packs, minimum and delivery days of the supplier hold for them. A new name is added.</source>
   <translation>Packungen, Minimum und Lieferzeit des Lieferanten gelten dafür. Ein neuer Name wird hinzugefügt.</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Seite {page} von {pages}</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Pair</source>
   <translation>Koppeln</translation>
  </message>
  <message>
   <source>Pair one in Settings.</source>
   <translation>Koppeln Sie eines in den Einstellungen.</translation>
  </message>
  <message>
   <source>Pair with a relay</source>
   <translation>Mit einem Relay koppeln</translation>
  </message>
  <message>
   <source>Pair with your relay?</source>
   <translation>Mit Ihrem Relay koppeln?</translation>
  </message>
  <message>
   <source>Pairing.</source>
   <translation>Wird gekoppelt.</translation>
  </message>
  <message>
   <source>Pair…</source>
   <translation>Koppeln…</translation>
  </message>
  <message>
   <source>Part of a bundle</source>
   <translation>Teil eines Sets</translation>
  </message>
  <message>
   <source>Part shipment</source>
   <translation>Teillieferung</translation>
  </message>
  <message>
   <source>Partly from memory: {source}, checked {on}.</source>
   <translation>Teils aus dem Gedächtnis: {source}, Stand {on}.</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Teile</translation>
  </message>
  <message>
   <source>Parts of this bundle</source>
   <translation>Teile dieses Sets</translation>
  </message>
  <message>
   <source>Passed: {check}</source>
   <translation>Bestanden: {check}</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passwortsatz</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Past sales from a spreadsheet</source>
   <translation>Frühere Verkäufe aus einer Tabelle</translation>
  </message>
  <message>
   <source>Past sales from a spreadsheet…</source>
   <translation>Frühere Verkäufe aus einer Tabelle…</translation>
  </message>
  <message>
   <source>Past sales need to know where they were sold.</source>
   <translation>Zu früheren Verkäufen gehört, wo sie stattfanden.</translation>
  </message>
  <message>
   <source>Paste it as its program shows it, beginning with https.</source>
   <translation>Fügen Sie sie ein, wie ihr Programm sie zeigt, beginnend mit https.</translation>
  </message>
  <message>
   <source>Paste the address above as Delivery URL and the secret above as Secret, then save.</source>
   <translation>Fügen Sie die Adresse oben als Auslieferungs-URL und das Geheimnis oben als Geheimnis ein, und speichern Sie.</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausieren</translation>
  </message>
  <message>
   <source>Pause all</source>
   <translation>Alle pausieren</translation>
  </message>
  <message>
   <source>Pause all channels</source>
   <translation>Alle Kanäle pausieren</translation>
  </message>
  <message>
   <source>Pause all channels?</source>
   <translation>Alle Kanäle pausieren?</translation>
  </message>
  <message numerus="yes">
   <source>Pause all {n} channels?</source>
   <extracomment>Pause {n} channel?</extracomment>
   <translation>
    <numerusform>{n} Kanal pausieren?</numerusform>
    <numerusform>Alle {n} Kanäle pausieren?</numerusform>
   </translation>
  </message>
  <message>
   <source>Pause all…</source>
   <translation>Alle pausieren…</translation>
  </message>
  <message>
   <source>Pause everywhere: nobody shows them</source>
   <translation>Überall pausieren: Niemand zeigt sie</translation>
  </message>
  <message>
   <source>Pause it</source>
   <translation>Pausieren</translation>
  </message>
  <message>
   <source>Pause it here</source>
   <translation>Hier pausieren</translation>
  </message>
  <message>
   <source>Pause on {names}</source>
   <translation>Auf {names} pausieren</translation>
  </message>
  <message>
   <source>Pause products</source>
   <translation>Produkte pausieren</translation>
  </message>
  <message>
   <source>Pause this channel…</source>
   <translation>Diesen Kanal pausieren…</translation>
  </message>
  <message>
   <source>Pause this product everywhere…</source>
   <translation>Produkt überall pausieren…</translation>
  </message>
  <message>
   <source>Pause {shop}</source>
   <translation>{shop} pausieren</translation>
  </message>
  <message>
   <source>Pause {shop}?</source>
   <translation>{shop} pausieren?</translation>
  </message>
  <message>
   <source>Pause {title} everywhere?</source>
   <translation>{title} überall pausieren?</translation>
  </message>
  <message>
   <source>Paused by Plimsoll: none is left to sell at {shop}</source>
   <translation>Von Plimsoll pausiert: Für {shop} ist keines übrig</translation>
  </message>
  <message>
   <source>Paused by Plimsoll: none left</source>
   <translation>Von Plimsoll pausiert: keine mehr da</translation>
  </message>
  <message>
   <source>Paused on {names} since it fell to its floor.</source>
   <translation>Pausiert auf {names}, seit der Mindestbestand erreicht ist.</translation>
  </message>
  <message>
   <source>Paused, and it goes on selling. Read back {at}: {agree} of {all} numbers are as they should be.</source>
   <translation>Pausiert, verkauft aber weiter. Zurückgelesen {at}: {agree} von {all} Zahlen stimmen.</translation>
  </message>
  <message>
   <source>Paused. Nothing is waiting.</source>
   <translation>Pausiert. Nichts wartet.</translation>
  </message>
  <message>
   <source>Paused: it keeps its last numbers</source>
   <translation>Pausiert: die letzten Zahlen bleiben</translation>
  </message>
  <message>
   <source>Paused: nothing is sent</source>
   <translation>Pausiert: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>Paused: nothing is sent. It does not answer, so its numbers could not be read back.</source>
   <translation>Pausiert: Nichts wird gesendet. Keine Antwort, daher konnten die Zahlen nicht zurückgelesen werden.</translation>
  </message>
  <message>
   <source>Paused: nothing is sent. Its numbers are being read back.</source>
   <translation>Pausiert: Nichts wird gesendet. Die Zahlen werden zurückgelesen.</translation>
  </message>
  <message>
   <source>Paused: these are sent once you resume.</source>
   <translation>Pausiert: Diese gehen hinaus, sobald Sie fortsetzen.</translation>
  </message>
  <message>
   <source>Pauses as number {place}</source>
   <translation>Pausiert als Nummer {place}</translation>
  </message>
  <message>
   <source>Pausing</source>
   <translation>Wird pausiert</translation>
  </message>
  <message>
   <source>Payment fees</source>
   <translation>Zahlungsgebühren</translation>
  </message>
  <message>
   <source>Perhaps late, {length} after a sale there</source>
   <translation>Vielleicht verspätet, {length} nach einem Verkauf dort</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Stück</translation>
  </message>
  <message>
   <source>Pieces apart</source>
   <translation>Stück Abstand</translation>
  </message>
  <message>
   <source>Pieces by reason: {reasons}.</source>
   <translation>Stück nach Grund: {reasons}.</translation>
  </message>
  <message>
   <source>Pieces down</source>
   <translation>Stück weniger</translation>
  </message>
  <message>
   <source>Pieces held back</source>
   <translation>Zurückgehaltene Stücke</translation>
  </message>
  <message>
   <source>Pieces held back in addition</source>
   <translation>Zusätzlich zurückgehaltene Stücke</translation>
  </message>
  <message>
   <source>Pieces held back in addition while you are away</source>
   <translation>Zusätzlich zurückgehalten, solange Sie weg sind</translation>
  </message>
  <message>
   <source>Pieces held back there on top</source>
   <translation>Dort zusätzlich zurückgehaltene Stücke</translation>
  </message>
  <message>
   <source>Pieces not covered</source>
   <translation>Nicht gedeckte Stücke</translation>
  </message>
  <message>
   <source>Pieces of it in one listing</source>
   <translation>Stück davon in einem Angebot</translation>
  </message>
  <message>
   <source>Pieces of {title} to refund</source>
   <translation>Zu erstattende Stücke von {title}</translation>
  </message>
  <message>
   <source>Pieces that are sold and packed still count as on hand. If they do not lie on these shelves, the review asks how many there are.</source>
   <translation>Verkaufte und gepackte Stücke zählen noch als vorhanden. Liegen sie nicht in diesen Regalen, fragt die Durchsicht, wie viele es sind.</translation>
  </message>
  <message>
   <source>Pieces that no channel shows.</source>
   <translation>Stücke, die kein Kanal zeigt.</translation>
  </message>
  <message>
   <source>Pieces up</source>
   <translation>Stück mehr</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Platz</translation>
  </message>
  <message>
   <source>Placed</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Placed here by you</source>
   <translation>Von Ihnen hierher gesetzt</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Plätze</translation>
  </message>
  <message>
   <source>Plan a promotion</source>
   <translation>Aktion planen</translation>
  </message>
  <message>
   <source>Plan a promotion to see</source>
   <translation>Sichtbar mit geplanter Aktion</translation>
  </message>
  <message>
   <source>Plan a promotion…</source>
   <translation>Aktion planen…</translation>
  </message>
  <message>
   <source>Plan it</source>
   <translation>Planen</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Geplant</translation>
  </message>
  <message>
   <source>Planned and sold</source>
   <translation>Geplant und verkauft</translation>
  </message>
  <message numerus="yes">
   <source>Planned: {more} more than usual, {n} pieces.</source>
   <extracomment>Planned: {more} more than usual, {n} piece.</extracomment>
   <translation>
    <numerusform>Geplant: {more} mehr als sonst, {n} Stück.</numerusform>
    <numerusform>Geplant: {more} mehr als sonst, {n} Stück.</numerusform>
   </translation>
  </message>
  <message>
   <source>Planned: {promotions}.</source>
   <translation>Geplant: {promotions}.</translation>
  </message>
  <message>
   <source>Planning</source>
   <translation>Planung</translation>
  </message>
  <message>
   <source>Played with {what} and their stock, limits and rules, each pace for an hour.</source>
   <translation>Gespielt mit {what}, deren Bestand, Grenzen und Regeln, jedes Tempo eine Stunde lang.</translation>
  </message>
  <message>
   <source>Please confirm the date on which it comes.</source>
   <translation>Bitte bestätigen Sie das Lieferdatum.</translation>
  </message>
  <message numerus="yes">
   <source>Please count {n} products once more</source>
   <extracomment>Please count the {title} once more</extracomment>
   <translation>
    <numerusform>Bitte zählen Sie {title} noch einmal</numerusform>
    <numerusform>Bitte zählen Sie {n} Produkte noch einmal</numerusform>
   </translation>
  </message>
  <message>
   <source>Plimsoll</source>
   <translation>Plimsoll</translation>
  </message>
  <message>
   <source>Plimsoll adds a hidden test product without a price, so that nobody can buy it, changes its number, reads it as programs and as browsers do, and deletes it. It takes some seconds. A program that announces new products might see it.</source>
   <translation>Plimsoll legt ein verstecktes Testprodukt ohne Preis an, damit niemand es kaufen kann, ändert seine Zahl, liest es wie Programme und wie Browser und löscht es. Das dauert einige Sekunden. Ein Programm, das neue Produkte ankündigt, könnte es sehen.</translation>
  </message>
  <message>
   <source>Plimsoll cannot send through {shop}. Copy the text, paste it there, then come back and mark it.</source>
   <translation>Plimsoll kann nicht über {shop} senden. Kopieren Sie den Text, fügen Sie ihn dort ein und haken Sie ihn danach hier ab.</translation>
  </message>
  <message>
   <source>Plimsoll cannot set up the webhooks of {shop}.</source>
   <translation>Plimsoll kann die Webhooks von {shop} nicht einrichten.</translation>
  </message>
  <message>
   <source>Plimsoll cannot write in {folder}: {reason}</source>
   <translation>Plimsoll kann in {folder} nicht schreiben: {reason}</translation>
  </message>
  <message>
   <source>Plimsoll checks that it held</source>
   <translation>Plimsoll prüft, ob es hält</translation>
  </message>
  <message>
   <source>Plimsoll does not know how this listing was before it was paused.</source>
   <translation>Plimsoll weiß nicht, wie dieses Angebot vor dem Pausieren war.</translation>
  </message>
  <message>
   <source>Plimsoll does not speak Shopify’s interface version {version}.</source>
   <translation>Plimsoll kennt die Version {version} der Shopify-Schnittstelle nicht.</translation>
  </message>
  <message>
   <source>Plimsoll ended while you were counting. Every scan up to {at} is kept.</source>
   <translation>Plimsoll endete, während Sie zählten. Jeder Scan bis {at} ist gespeichert.</translation>
  </message>
  <message>
   <source>Plimsoll finds out before it sends anything else there.</source>
   <translation>Plimsoll klärt das, bevor es dort etwas anderes sendet.</translation>
  </message>
  <message>
   <source>Plimsoll forgets its keys and its links, and sends it nothing more. {shop} keeps its present numbers. Your products, your ledger and its past orders stay.</source>
   <translation>Plimsoll vergisst die Schlüssel und Verknüpfungen und sendet nichts mehr. {shop} behält seine jetzigen Zahlen. Ihre Produkte, Ihr Journal und die bisherigen Bestellungen bleiben.</translation>
  </message>
  <message>
   <source>Plimsoll gave up</source>
   <translation>Plimsoll hat aufgegeben</translation>
  </message>
  <message>
   <source>Plimsoll gave up: “{words}”</source>
   <translation>Plimsoll hat aufgegeben: „{words}“</translation>
  </message>
  <message>
   <source>Plimsoll goes on asking the shops for orders by itself.</source>
   <translation>Plimsoll fragt die Shops weiter von selbst nach Bestellungen.</translation>
  </message>
  <message>
   <source>Plimsoll goes on trying.</source>
   <translation>Plimsoll versucht es weiter.</translation>
  </message>
  <message>
   <source>Plimsoll hands each alert to your own mail server, always encrypted. Mails name products, channels and numbers, and no customer. The password is sealed on this computer.</source>
   <translation>Plimsoll übergibt jeden Hinweis Ihrem eigenen Mailserver, immer verschlüsselt. Mails nennen Produkte, Kanäle und Zahlen, keine Kunden. Das Passwort wird auf diesem Computer versiegelt.</translation>
  </message>
  <message>
   <source>Plimsoll has no connection to these. It counts their sales when you enter them, and gives you one thing to do for each number that has to change there.</source>
   <translation>Plimsoll hat keine Verbindung zu diesen. Es zählt ihre Verkäufe, wenn Sie sie eintragen, und gibt Ihnen eine Aufgabe für jede Zahl, die sich dort ändern muss.</translation>
  </message>
  <message>
   <source>Plimsoll has not read yet what {shop} shows</source>
   <translation>Plimsoll hat noch nicht gelesen, was {shop} zeigt</translation>
  </message>
  <message>
   <source>Plimsoll has not read yet what {shop} shows.</source>
   <translation>Plimsoll hat noch nicht gelesen, was {shop} zeigt.</translation>
  </message>
  <message>
   <source>Plimsoll has seen no change of anybody else’s in the last 24 hours.</source>
   <translation>Plimsoll hat in den letzten 24 Stunden keine fremde Änderung gesehen.</translation>
  </message>
  <message>
   <source>Plimsoll heard of order {order} at {place}</source>
   <translation>Plimsoll erfuhr von Bestellung {order}, {place}</translation>
  </message>
  <message>
   <source>Plimsoll heard of order {order} at {place}: {n} not there any more</source>
   <translation>Plimsoll erfuhr von Bestellung {order}, {place}: {n} nicht mehr da</translation>
  </message>
  <message>
   <source>Plimsoll holds the stock. Channels only show it.</source>
   <translation>Plimsoll führt den Bestand. Kanäle zeigen ihn nur.</translation>
  </message>
  <message>
   <source>Plimsoll holds the stock. Channels only show it: orders come in, quantities go out.</source>
   <translation>Plimsoll führt den Bestand. Kanäle zeigen ihn nur: Bestellungen kommen herein, Mengen gehen hinaus.</translation>
  </message>
  <message>
   <source>Plimsoll inventories (*.db)</source>
   <translation>Plimsoll-Bestände (*.db)</translation>
  </message>
  <message>
   <source>Plimsoll is already open.</source>
   <translation>Plimsoll ist schon offen.</translation>
  </message>
  <message>
   <source>Plimsoll is connected. You can close this page.</source>
   <translation>Plimsoll ist verbunden. Sie können diese Seite schließen.</translation>
  </message>
  <message numerus="yes">
   <source>Plimsoll is reading {shop}: {n} listings so far, and its orders.</source>
   <extracomment>Plimsoll is reading {shop}: {n} listing so far, and its orders.</extracomment>
   <translation>
    <numerusform>Plimsoll liest {shop}: bisher {n} Angebot und die Bestellungen.</numerusform>
    <numerusform>Plimsoll liest {shop}: bisher {n} Angebote und die Bestellungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Plimsoll is stopping it, ahead of everything else that waits there.</source>
   <translation>Plimsoll stoppt es gerade, vor allem anderen, was dort wartet.</translation>
  </message>
  <message>
   <source>Plimsoll is told of nothing that happens there. You enter its sales after each market.</source>
   <translation>Plimsoll erfährt nichts von dem, was dort geschieht. Sie tragen die Verkäufe nach jedem Markt ein.</translation>
  </message>
  <message>
   <source>Plimsoll is told of nothing that happens there. You get one thing to do for each number that has to change there, and enter its sales as they come.</source>
   <translation>Plimsoll erfährt nichts von dem, was dort geschieht. Sie bekommen eine Aufgabe für jede Zahl, die sich dort ändern muss, und tragen die Verkäufe laufend ein.</translation>
  </message>
  <message>
   <source>Plimsoll keeps one count of your stock on this computer, and every place you sell shows that count. Where would you like to start?</source>
   <translation>Plimsoll führt eine einzige Zahl Ihres Bestands auf diesem Computer, und jeder Ort, an dem Sie verkaufen, zeigt sie. Womit möchten Sie beginnen?</translation>
  </message>
  <message>
   <source>Plimsoll keeps the last calls of the day for stock, and goes on by itself.</source>
   <translation>Plimsoll behält die letzten Anfragen des Tages für den Bestand und macht von selbst weiter.</translation>
  </message>
  <message>
   <source>Plimsoll keeps the stock of one location. It does not see what the others hold: {names}. A till (Shopify POS) must sell from the linked location, or its sales are not taken off this number.</source>
   <translation>Plimsoll führt den Bestand eines Standorts. Was die anderen haben, sieht es nicht: {names}. Eine Kasse (Shopify POS) muss vom verknüpften Standort verkaufen, sonst gehen ihre Verkäufe nicht von dieser Zahl ab.</translation>
  </message>
  <message>
   <source>Plimsoll knows what this channel signs with, and drops every message that is not signed so.</source>
   <translation>Plimsoll weiß, womit dieser Kanal signiert, und verwirft jede Nachricht, die nicht so signiert ist.</translation>
  </message>
  <message>
   <source>Plimsoll learns your usual hours</source>
   <translation>Plimsoll lernt Ihre üblichen Zeiten</translation>
  </message>
  <message>
   <source>Plimsoll looks at every start whether they are still there, and makes again what is missing.</source>
   <translation>Plimsoll prüft bei jedem Start, ob sie noch da sind, und legt Fehlende neu an.</translation>
  </message>
  <message>
   <source>Plimsoll looks by itself</source>
   <translation>Plimsoll sieht selbst nach</translation>
  </message>
  <message>
   <source>Plimsoll made a mistake and could not start.</source>
   <translation>Plimsoll hat einen Fehler gemacht und konnte nicht starten.</translation>
  </message>
  <message>
   <source>Plimsoll made a mistake and stopped sending. Nothing in the ledger was lost.</source>
   <translation>Plimsoll hat einen Fehler gemacht und sendet nicht mehr. Im Journal ging nichts verloren.</translation>
  </message>
  <message>
   <source>Plimsoll made a mistake and stopped sending. The report is in {path}</source>
   <translation>Plimsoll hat einen Fehler gemacht und sendet nicht mehr. Der Bericht liegt in {path}</translation>
  </message>
  <message>
   <source>Plimsoll may not open the inventory.</source>
   <translation>Plimsoll darf den Bestand nicht öffnen.</translation>
  </message>
  <message>
   <source>Plimsoll may not write in its folder: {folder}</source>
   <translation>Plimsoll darf in seinem Ordner nicht schreiben: {folder}</translation>
  </message>
  <message>
   <source>Plimsoll moves its number up or down, so that a sale made just then is not overwritten.</source>
   <translation>Plimsoll ändert die Zahl um mehr oder weniger, damit ein Verkauf in diesem Moment nicht überschrieben wird.</translation>
  </message>
  <message>
   <source>Plimsoll no longer prepares before the usual end of the day</source>
   <translation>Plimsoll bereitet nicht mehr vor dem üblichen Ende des Tages vor</translation>
  </message>
  <message>
   <source>Plimsoll no longer prepares when this computer sleeps or shuts down</source>
   <translation>Plimsoll bereitet nicht mehr vor, wenn dieser Computer ruht oder herunterfährt</translation>
  </message>
  <message>
   <source>Plimsoll only reads at first, and sends nothing until you say so.</source>
   <translation>Plimsoll liest zuerst nur und sendet nichts, bis Sie es sagen.</translation>
  </message>
  <message>
   <source>Plimsoll only reads at first, and shows you what it would change.</source>
   <translation>Plimsoll liest zunächst nur und zeigt Ihnen, was es ändern würde.</translation>
  </message>
  <message>
   <source>Plimsoll opens one when an order is accepted that your stock cannot cover.</source>
   <translation>Plimsoll eröffnet einen, wenn eine angenommene Bestellung Ihren Bestand übersteigt.</translation>
  </message>
  <message>
   <source>Plimsoll posts the words of each alert there as JSON, over https. They name products, channels and numbers, and no customer. The address is sealed on this computer.</source>
   <translation>Plimsoll sendet den Text jedes Hinweises als JSON über https dorthin. Er nennt Produkte, Kanäle und Zahlen, keine Kunden. Die Adresse wird auf diesem Computer versiegelt.</translation>
  </message>
  <message>
   <source>Plimsoll prepares before the usual end of the day</source>
   <translation>Plimsoll bereitet vor dem üblichen Ende des Tages vor</translation>
  </message>
  <message>
   <source>Plimsoll prepares when this computer sleeps or shuts down</source>
   <translation>Plimsoll bereitet vor, wenn dieser Computer ruht oder herunterfährt</translation>
  </message>
  <message>
   <source>Plimsoll puts its own back</source>
   <translation>Plimsoll setzt die eigene Zahl ein</translation>
  </message>
  <message>
   <source>Plimsoll puts the listing back as it was there, and sends it its number again.</source>
   <translation>Plimsoll stellt das Angebot dort wieder her, wie es war, und sendet ihm erneut seine Zahl.</translation>
  </message>
  <message>
   <source>Plimsoll puts the listings back as they were on {names}.</source>
   <translation>Plimsoll stellt die Angebote auf {names} wieder her, wie sie waren.</translation>
  </message>
  <message>
   <source>Plimsoll puts the listings back as they were, and sends them their numbers again.</source>
   <translation>Plimsoll stellt die Angebote wieder her, wie sie waren, und sendet ihnen erneut ihre Zahlen.</translation>
  </message>
  <message>
   <source>Plimsoll said nothing to any shop from {first} to {last}: the computer was off or asleep.</source>
   <translation>Plimsoll sendete keinem Shop etwas, von {first} bis {last}: Der Computer war aus oder im Ruhezustand.</translation>
  </message>
  <message>
   <source>Plimsoll says when one of these numbers must change. Nobody but you can change it.</source>
   <translation>Plimsoll sagt, wann eine dieser Zahlen sich ändern muss. Nur Sie können sie ändern.</translation>
  </message>
  <message>
   <source>Plimsoll sends every number that should have changed, reads all of them back, and lists what differs. What somebody else typed is not overwritten: it waits for you. Then you tick who may change stock, and sign what was found. You may close the window meanwhile.</source>
   <translation>Plimsoll sendet jede Zahl, die sich hätte ändern sollen, liest alle zurück und listet, was abweicht. Was jemand anderes eintippte, wird nicht überschrieben: Es wartet auf Sie. Dann haken Sie ab, wer Bestand ändern darf, und unterschreiben das Ergebnis. Das Fenster dürfen Sie inzwischen schließen.</translation>
  </message>
  <message numerus="yes">
   <source>Plimsoll sends it {n} numbers that differ now, and goes on with every change.</source>
   <extracomment>Plimsoll sends it {n} number that differs now, and goes on with every change.</extracomment>
   <translation>
    <numerusform>Plimsoll sendet {n} Zahl, die jetzt abweicht, und dann jede Änderung.</numerusform>
    <numerusform>Plimsoll sendet {n} Zahlen, die jetzt abweichen, und dann jede Änderung.</numerusform>
   </translation>
  </message>
  <message>
   <source>Plimsoll sends its number to {shop} again. The change stays in this list.</source>
   <translation>Plimsoll sendet seine Zahl wieder an {shop}. Die Änderung bleibt in dieser Liste.</translation>
  </message>
  <message>
   <source>Plimsoll sends nothing there now.</source>
   <translation>Plimsoll sendet dort jetzt nichts.</translation>
  </message>
  <message>
   <source>Plimsoll sends nothing to suppliers: save or copy the order, and send it. Marked as ordered, it counts as on its way.</source>
   <translation>Plimsoll sendet nichts an Lieferanten: Speichern oder kopieren Sie die Bestellung und senden Sie sie selbst. Als bestellt markiert gilt sie als unterwegs.</translation>
  </message>
  <message>
   <source>Plimsoll sends nothing to {shop} now. Do it there, or go live first.</source>
   <translation>Plimsoll sendet jetzt nichts an {shop}. Tun Sie es dort, oder schalten Sie erst live.</translation>
  </message>
  <message>
   <source>Plimsoll sends notices over https only, and this address begins with http.</source>
   <translation>Plimsoll sendet Hinweise nur über https, und diese Adresse beginnt mit http.</translation>
  </message>
  <message>
   <source>Plimsoll sends your keys over https only, and this address begins with http.</source>
   <translation>Plimsoll sendet Ihre Schlüssel nur über https, und diese Adresse beginnt mit http.</translation>
  </message>
  <message>
   <source>Plimsoll sets it to 0 there and takes the listing off sale, so buyers no longer find it. Orders that are open stay open. Every other channel goes on selling it.</source>
   <translation>Plimsoll setzt es dort auf 0 und nimmt das Angebot aus dem Verkauf, sodass Käufer es nicht mehr finden. Offene Bestellungen bleiben offen. Jeder andere Kanal verkauft es weiter.</translation>
  </message>
  <message>
   <source>Plimsoll shares a product while its risk is below this, and splits it when it is not. A channel’s own choice stands above this one, and a product’s own switch, in its offer rules, above both.</source>
   <translation>Plimsoll zeigt ein Produkt gemeinsam, solange sein Risiko darunter liegt, und teilt es sonst auf. Die Wahl eines Kanals geht dieser vor, und der Schalter eines Produkts in seinen Anzeigeregeln beiden.</translation>
  </message>
  <message>
   <source>Plimsoll speaks to a relay over https only, and this address begins with http.</source>
   <translation>Plimsoll spricht mit einem Relay nur über https, und diese Adresse beginnt mit http.</translation>
  </message>
  <message>
   <source>Plimsoll then reads the number and writes what is right for your stock.</source>
   <translation>Plimsoll liest danach die Zahl und schreibt, was zu Ihrem Bestand passt.</translation>
  </message>
  <message>
   <source>Plimsoll then says whenever the number there must change. It cannot change it by itself.</source>
   <translation>Plimsoll sagt dann, wann sich die Zahl dort ändern muss. Selbst ändern kann es sie nicht.</translation>
  </message>
  <message numerus="yes">
   <source>Plimsoll then sends {n} pieces.</source>
   <extracomment>Plimsoll then sends {n} piece.</extracomment>
   <translation>
    <numerusform>Plimsoll sendet dann {n} Stück.</numerusform>
    <numerusform>Plimsoll sendet dann {n} Stück.</numerusform>
   </translation>
  </message>
  <message>
   <source>Plimsoll tries again by itself</source>
   <translation>Plimsoll versucht es von selbst erneut</translation>
  </message>
  <message>
   <source>Plimsoll tries again by itself. Your stock on this computer is safe.</source>
   <translation>Plimsoll versucht es von selbst erneut. Ihr Bestand auf diesem Computer ist sicher.</translation>
  </message>
  <message>
   <source>Plimsoll tries again.</source>
   <translation>Plimsoll versucht es erneut.</translation>
  </message>
  <message>
   <source>Plimsoll was closed while this was being sent</source>
   <translation>Plimsoll wurde geschlossen, während dies gesendet wurde</translation>
  </message>
  <message>
   <source>Plimsoll {version}</source>
   <translation>Plimsoll {version}</translation>
  </message>
  <message>
   <source>Plimsoll {version} is there.</source>
   <translation>Plimsoll {version} ist da.</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Post the reviewed shelf…</source>
   <translation>Durchgesehenes Regal buchen…</translation>
  </message>
  <message>
   <source>Post the shelf</source>
   <translation>Regal buchen</translation>
  </message>
  <message>
   <source>Post what came</source>
   <translation>Angekommenes buchen</translation>
  </message>
  <message>
   <source>Post {shelf}</source>
   <translation>{shelf} buchen</translation>
  </message>
  <message>
   <source>Post {shelf}?</source>
   <translation>{shelf} buchen?</translation>
  </message>
  <message>
   <source>Prepare</source>
   <translation>Vorbereiten</translation>
  </message>
  <message>
   <source>Prepare and quit</source>
   <translation>Vorbereiten und beenden</translation>
  </message>
  <message>
   <source>Prepare before you quit?</source>
   <translation>Vor dem Beenden vorbereiten?</translation>
  </message>
  <message>
   <source>Prepared for your absence: each piece is shown in one channel only.</source>
   <translation>Für Ihre Abwesenheit vorbereitet: Jedes Stück wird nur in einem Kanal angezeigt.</translation>
  </message>
  <message>
   <source>Prepared for your absence: until {until} the pieces that may run out are shown in one channel each.</source>
   <translation>Für Ihre Abwesenheit vorbereitet: Bis {until} werden Stücke, die ausgehen können, nur in je einem Kanal angezeigt.</translation>
  </message>
  <message>
   <source>Preparing shows each piece in one channel only, everywhere. Nothing that is confirmed can then be sold twice, however long you are away. When you are back it is shared again.</source>
   <translation>Vorbereiten zeigt jedes Stück nur in einem Kanal, überall. Nichts, was bestätigt ist, kann dann doppelt verkauft werden, egal wie lange Sie weg sind. Wenn Sie zurück sind, wird wieder gemeinsam angezeigt.</translation>
  </message>
  <message>
   <source>Preparing shows each piece of what may run out in one channel only, until you are back. It is read back there before it counts as done. When you are back it is shared again.</source>
   <translation>Vorbereiten zeigt jedes Stück, das ausgehen kann, nur in einem Kanal, bis Sie zurück sind. Es wird dort zurückgelesen, bevor es als erledigt gilt. Wenn Sie zurück sind, wird wieder gemeinsam angezeigt.</translation>
  </message>
  <message>
   <source>Preparing to quit</source>
   <translation>Das Beenden wird vorbereitet</translation>
  </message>
  <message>
   <source>Press Sign in with Etsy. Your browser opens: sign in to Etsy there, and choose Allow.</source>
   <translation>Klicken Sie auf „Bei Etsy anmelden“. Im Browser melden Sie sich bei Etsy an und erlauben den Zugriff.</translation>
  </message>
  <message>
   <source>Press what they chose. Until {at} it waits.</source>
   <translation>Drücken Sie, was gewählt wurde. Es wartet bis {at}.</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>Voriger Bereich</translation>
  </message>
  <message>
   <source>Print it…</source>
   <translation>Drucken…</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Drucken…</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Produkt</translation>
  </message>
  <message>
   <source>Product by product</source>
   <translation>Produkt für Produkt</translation>
  </message>
  <message>
   <source>Product links</source>
   <translation>Verknüpfungen</translation>
  </message>
  <message>
   <source>Product links: every listing is linked</source>
   <translation>Verknüpfungen: Jedes Angebot ist verknüpft</translation>
  </message>
  <message>
   <source>Product links: nothing is linked yet</source>
   <translation>Verknüpfungen: noch nichts verknüpft</translation>
  </message>
  <message>
   <source>Product of the incident</source>
   <translation>Produkt des Vorfalls</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Produkte</translation>
  </message>
  <message>
   <source>Products and their first numbers</source>
   <translation>Produkte und ihre ersten Zahlen</translation>
  </message>
  <message>
   <source>Products found</source>
   <translation>Gefundene Produkte</translation>
  </message>
  <message>
   <source>Products like this</source>
   <translation>Solche Produkte</translation>
  </message>
  <message>
   <source>Products of the shelf</source>
   <translation>Produkte des Regals</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Programm</translation>
  </message>
  <message>
   <source>Programs that write stock there are a second master.</source>
   <translation>Programme, die dort Bestand schreiben, sind zweite Bestandsführung.</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Zugesagt</translation>
  </message>
  <message>
   <source>Promised days</source>
   <translation>Tage versprochen</translation>
  </message>
  <message>
   <source>Promised days, from order to arrival (may stay empty)</source>
   <translation>Versprochene Tage, von Bestellung bis Ankunft (darf leer bleiben)</translation>
  </message>
  <message>
   <source>Promised for an earlier day</source>
   <translation>Für einen früheren Tag zugesagt</translation>
  </message>
  <message>
   <source>Promises of this listing</source>
   <translation>Zusagen dieses Angebots</translation>
  </message>
  <message>
   <source>Promotion mode is on for {name}: {held} more held back</source>
   <translation>Aktionsmodus läuft für {name}: {held} mehr zurückgehalten</translation>
  </message>
  <message>
   <source>Promotion mode is on since {at}: {held} more held back everywhere, orders read every {poll} s.</source>
   <translation>Aktionsmodus läuft seit {at}: überall {held} mehr zurückgehalten, Bestellungen alle {poll} s gelesen.</translation>
  </message>
  <message>
   <source>Put a backup back</source>
   <translation>Sicherung wiederherstellen</translation>
  </message>
  <message>
   <source>Put a backup back. The damaged file is kept.</source>
   <translation>Stellen Sie eine Sicherung wieder her. Die beschädigte Datei bleibt erhalten.</translation>
  </message>
  <message>
   <source>Put a backup back?</source>
   <translation>Sicherung wiederherstellen?</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Put back on sale…</source>
   <translation>Wieder in den Verkauf…</translation>
  </message>
  <message>
   <source>Put https before the relay, as its page describes, and type that address.</source>
   <translation>Setzen Sie https vor das Relay, wie seine Seite es beschreibt, und geben Sie diese Adresse ein.</translation>
  </message>
  <message>
   <source>Put into the timeline</source>
   <translation>In den Zeitverlauf aufnehmen</translation>
  </message>
  <message>
   <source>Put it back</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Put it back from a copy, or connect your channels again. Your stock and its history are untouched.</source>
   <translation>Holen Sie sie aus einer Kopie zurück, oder verbinden Sie Ihre Kanäle neu. Ihr Bestand und sein Verlauf sind unberührt.</translation>
  </message>
  <message>
   <source>Put it back on sale</source>
   <translation>Wieder in den Verkauf</translation>
  </message>
  <message>
   <source>Put it on sale</source>
   <translation>In den Verkauf geben</translation>
  </message>
  <message>
   <source>Put on sale…</source>
   <translation>In den Verkauf…</translation>
  </message>
  <message>
   <source>Put our number of {title} back on {shop}</source>
   <translation>Unsere Zahl von {title} bei {shop} wiederherstellen</translation>
  </message>
  <message>
   <source>Put ours back</source>
   <translation>Unsere wiederherstellen</translation>
  </message>
  <message>
   <source>Put ours back, or count it. Nothing was changed.</source>
   <translation>Stellen Sie unsere wieder her, oder zählen Sie. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Put ours back: {shop} is sent our numbers. Take theirs: the ledger follows the shop.</source>
   <translation>Unsere wiederherstellen: {shop} erhält unsere Zahlen. Fremde übernehmen: Das Journal folgt dem Shop.</translation>
  </message>
  <message>
   <source>Put the listing on sale in Etsy’s shop manager.</source>
   <translation>Stellen Sie das Angebot im Shop-Manager von Etsy wieder zum Verkauf.</translation>
  </message>
  <message>
   <source>Put the pieces back on sale there</source>
   <translation>Die Stücke dort wieder in den Verkauf geben</translation>
  </message>
  <message numerus="yes">
   <source>Put {n} numbers back that somebody had changed on {names}</source>
   <extracomment>Put {n} number back that somebody had changed on {names}</extracomment>
   <translation>
    <numerusform>{n} Zahl wiederhergestellt, die jemand auf {names} geändert hatte</numerusform>
    <numerusform>{n} Zahlen wiederhergestellt, die jemand auf {names} geändert hatte</numerusform>
   </translation>
  </message>
  <message>
   <source>Put {title} back on sale</source>
   <translation>{title} wieder in den Verkauf gegeben</translation>
  </message>
  <message>
   <source>Put {title} back on sale?</source>
   <translation>{title} wieder in den Verkauf geben?</translation>
  </message>
  <message>
   <source>Put {title} on sale at {shop}?</source>
   <translation>{title} bei {shop} in den Verkauf geben?</translation>
  </message>
  <message>
   <source>Quarter</source>
   <translation>Quartal</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Quiet from</source>
   <translation>Ruhe ab</translation>
  </message>
  <message>
   <source>Quiet hours</source>
   <translation>Ruhezeiten</translation>
  </message>
  <message>
   <source>Quiet hours hold an oversell and the two hours too</source>
   <translation>Ruhezeiten halten auch Überverkauf und die zwei Stunden auf</translation>
  </message>
  <message>
   <source>Quiet until</source>
   <translation>Ruhe bis</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Quit Plimsoll</source>
   <translation>Plimsoll beenden</translation>
  </message>
  <message>
   <source>Quit Plimsoll?</source>
   <translation>Plimsoll beenden?</translation>
  </message>
  <message>
   <source>Quit as it is</source>
   <translation>So beenden</translation>
  </message>
  <message>
   <source>Quit now anyway</source>
   <translation>Trotzdem jetzt beenden</translation>
  </message>
  <message>
   <source>Rate limit</source>
   <translation>Anfragelimit</translation>
  </message>
  <message>
   <source>Rate limit used</source>
   <translation>Anfragelimit genutzt</translation>
  </message>
  <message>
   <source>Reach Etsy with the app’s keys</source>
   <translation>Etsy mit den Schlüsseln der App erreichen</translation>
  </message>
  <message>
   <source>Reach the shop</source>
   <translation>Den Shop erreichen</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>Neu lesen</translation>
  </message>
  <message>
   <source>Read back at {at}</source>
   <translation>Zurückgelesen um {at}</translation>
  </message>
  <message>
   <source>Read back, it still shows {number}.</source>
   <translation>Zurückgelesen, zeigt noch {number}.</translation>
  </message>
  <message>
   <source>Read orders</source>
   <translation>Bestellungen lesen</translation>
  </message>
  <message>
   <source>Read products</source>
   <translation>Produkte lesen</translation>
  </message>
  <message>
   <source>Read the numbers</source>
   <translation>Zahlen lesen</translation>
  </message>
  <message>
   <source>Read the shop’s listings again.</source>
   <translation>Lesen Sie die Angebote des Shops noch einmal.</translation>
  </message>
  <message>
   <source>Read {title} again</source>
   <translation>{title} neu lesen</translation>
  </message>
  <message>
   <source>Reading back: {done} of {all}</source>
   <translation>Zurücklesen: {done} von {all}</translation>
  </message>
  <message>
   <source>Reading it through.</source>
   <translation>Wird durchgelesen.</translation>
  </message>
  <message>
   <source>Reading listings and orders</source>
   <translation>Angebote und Bestellungen werden gelesen</translation>
  </message>
  <message numerus="yes">
   <source>Reading {n} numbers of {shop}. They come here by themselves.</source>
   <extracomment>Reading {n} number of {shop}. It comes here by itself.</extracomment>
   <translation>
    <numerusform>{n} Zahl von {shop} wird gelesen. Sie kommt von selbst hierher.</numerusform>
    <numerusform>{n} Zahlen von {shop} werden gelesen. Sie kommen von selbst hierher.</numerusform>
   </translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Real days</source>
   <translation>Tage wirklich</translation>
  </message>
  <message>
   <source>Real days are used for floors from {n} orders on</source>
   <translation>Echte Tage gelten für Mindestbestände ab {n} Bestellungen</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Receive a delivery…</source>
   <translation>Lieferung annehmen…</translation>
  </message>
  <message>
   <source>Receive all of it</source>
   <translation>Alles annehmen</translation>
  </message>
  <message>
   <source>Receive…</source>
   <translation>Zugang buchen…</translation>
  </message>
  <message>
   <source>Reckon again</source>
   <translation>Neu berechnen</translation>
  </message>
  <message>
   <source>Recompute from the ledger</source>
   <translation>Aus dem Journal neu berechnen</translation>
  </message>
  <message>
   <source>Record a stall sale</source>
   <translation>Verkauf am Stand eingeben</translation>
  </message>
  <message>
   <source>Record a stall sale…</source>
   <translation>Verkauf am Stand eintragen…</translation>
  </message>
  <message>
   <source>Refund it with Restock ticked. Plimsoll asks whether the piece is here.</source>
   <translation>Erstatten Sie es mit Wiedereinlagerung. Plimsoll fragt, ob das Stück da ist.</translation>
  </message>
  <message>
   <source>Refund only</source>
   <translation>Nur Erstattung</translation>
  </message>
  <message>
   <source>Refund order {order}.</source>
   <translation>Bestellung {order} erstatten.</translation>
  </message>
  <message>
   <source>Refund pieces that are not sent</source>
   <translation>Nicht versandte Stücke erstatten</translation>
  </message>
  <message>
   <source>Refund the pieces</source>
   <translation>Stücke erstatten</translation>
  </message>
  <message>
   <source>Refunding {order}</source>
   <translation>Wird erstattet {order}</translation>
  </message>
  <message>
   <source>Refunds</source>
   <translation>Erstattungen</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Refused updates, 24 h</source>
   <translation>Abgelehnt, 24 h</translation>
  </message>
  <message>
   <source>Refused: “{words}”</source>
   <translation>Abgelehnt: „{words}“</translation>
  </message>
  <message>
   <source>Refuses what Plimsoll asks since {at}</source>
   <translation>Lehnt ab, was Plimsoll verlangt, seit {at}</translation>
  </message>
  <message>
   <source>Register a Seller App. Its name must not hold “Etsy”. The page is {page}</source>
   <translation>Registrieren Sie eine Seller App. Ihr Name darf „Etsy“ nicht enthalten. Die Seite ist {page}</translation>
  </message>
  <message>
   <source>Rehearsal</source>
   <translation>Probelauf</translation>
  </message>
  <message>
   <source>Rehearsal, {at}</source>
   <translation>Probelauf, {at}</translation>
  </message>
  <message>
   <source>Rehearse</source>
   <translation>Proben</translation>
  </message>
  <message>
   <source>Rehearse a flash sale</source>
   <translation>Blitzaktion proben</translation>
  </message>
  <message>
   <source>Rehearse a flash sale…</source>
   <translation>Blitzaktion proben…</translation>
  </message>
  <message>
   <source>Rehearse it: no rehearsal in the last 30 days</source>
   <translation>Proben: in den letzten 30 Tagen kein Probelauf</translation>
  </message>
  <message>
   <source>Relay</source>
   <translation>Relay</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove {file} yourself.</source>
   <translation>Entfernen Sie {file} selbst.</translation>
  </message>
  <message>
   <source>Remove {shop}</source>
   <translation>{shop} entfernen</translation>
  </message>
  <message>
   <source>Remove {shop}?</source>
   <translation>{shop} entfernen?</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Entfernen…</translation>
  </message>
  <message>
   <source>Reorder</source>
   <translation>Bestellen</translation>
  </message>
  <message>
   <source>Reorder at</source>
   <translation>Nachbestellen bei</translation>
  </message>
  <message>
   <source>Reorder at = floor {floor} + {mean} a day for {days} days = {sum}, rounded up.</source>
   <translation>Nachbestellen bei = Mindestbestand {floor} + {mean} pro Tag für {days} Tage = {sum}, aufgerundet.</translation>
  </message>
  <message>
   <source>Reorder at {at}: enough for what sells in {days} days, floor {floor} of it.</source>
   <translation>Nachbestellen bei {at}: genug für den Verkauf in {days} Tagen, davon Mindestbestand {floor}.</translation>
  </message>
  <message>
   <source>Reorder at {value}</source>
   <translation>Nachbestellen bei {value}</translation>
  </message>
  <message>
   <source>Reorder point of {title} set from {before} to {after}</source>
   <translation>Meldebestand von {title} von {before} auf {after} gesetzt</translation>
  </message>
  <message>
   <source>Reorder {pieces}</source>
   <translation>Meldebestand {pieces}</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Report of what went wrong</source>
   <translation>Bericht darüber, was schiefging</translation>
  </message>
  <message>
   <source>Report of what went wrong…</source>
   <translation>Bericht darüber, was schiefging…</translation>
  </message>
  <message>
   <source>Reports that are kept</source>
   <translation>Aufbewahrte Berichte</translation>
  </message>
  <message>
   <source>Restart sending</source>
   <translation>Senden neu starten</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Resume all</source>
   <translation>Alle fortsetzen</translation>
  </message>
  <message numerus="yes">
   <source>Resume all {n} channels?</source>
   <extracomment>Resume {n} channel?</extracomment>
   <translation>
    <numerusform>{n} Kanal fortsetzen?</numerusform>
    <numerusform>Alle {n} Kanäle fortsetzen?</numerusform>
   </translation>
  </message>
  <message>
   <source>Resume all…</source>
   <translation>Alle fortsetzen…</translation>
  </message>
  <message>
   <source>Resume it</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Resume this channel…</source>
   <translation>Diesen Kanal fortsetzen…</translation>
  </message>
  <message>
   <source>Resume this product everywhere…</source>
   <translation>Produkt überall fortsetzen…</translation>
  </message>
  <message>
   <source>Resume {shop}</source>
   <translation>{shop} fortsetzen</translation>
  </message>
  <message>
   <source>Resume {shop}?</source>
   <translation>{shop} fortsetzen?</translation>
  </message>
  <message>
   <source>Resume {title} everywhere?</source>
   <translation>{title} überall fortsetzen?</translation>
  </message>
  <message>
   <source>Resuming</source>
   <translation>Wird fortgesetzt</translation>
  </message>
  <message>
   <source>Return not booked</source>
   <translation>Rückgabe nicht gebucht</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Rückgaben</translation>
  </message>
  <message>
   <source>Returns…</source>
   <translation>Rückgaben…</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Durchsehen</translation>
  </message>
  <message>
   <source>Reviews of three stars or fewer</source>
   <translation>Bewertungen mit höchstens drei Sternen</translation>
  </message>
  <message>
   <source>Rising</source>
   <translation>Steigend</translation>
  </message>
  <message>
   <source>Rolling month</source>
   <translation>Rollierender Monat</translation>
  </message>
  <message>
   <source>Rough: one outlier moves it.</source>
   <translation>Grob: Ein Ausreißer verschiebt es.</translation>
  </message>
  <message>
   <source>Round Z as textbooks do</source>
   <translation>Z wie in Lehrbüchern runden</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Row height</source>
   <translation>Zeilenhöhe</translation>
  </message>
  <message>
   <source>Row {row}, column {column}: {words}</source>
   <translation>Zeile {row}, Spalte {column}: {words}</translation>
  </message>
  <message>
   <source>Row {row}, {sku}. {words}.</source>
   <translation>Zeile {row}, {sku}. {words}.</translation>
  </message>
  <message>
   <source>Row {row}, {sku}: {outcome}</source>
   <translation>Zeile {row}, {sku}: {outcome}</translation>
  </message>
  <message>
   <source>Row {row}. {words}.</source>
   <translation>Zeile {row}. {words}.</translation>
  </message>
  <message>
   <source>Rows and buttons grow with it.</source>
   <translation>Zeilen und Schaltflächen wachsen mit.</translation>
  </message>
  <message>
   <source>Rows are never edited. A correction is a new row.</source>
   <translation>Buchungen werden nie geändert. Eine Korrektur ist eine neue Buchung.</translation>
  </message>
  <message>
   <source>Rows of the list</source>
   <translation>Zeilen der Tabelle</translation>
  </message>
  <message>
   <source>Rows of the sheet and what happens to them</source>
   <translation>Zeilen der Tabelle und was mit ihnen geschieht</translation>
  </message>
  <message>
   <source>Rows without a number say nothing: blank is not zero.</source>
   <translation>Zeilen ohne Zahl sagen nichts: Leer ist nicht null.</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Regeln</translation>
  </message>
  <message>
   <source>Rules for this channel</source>
   <translation>Regeln für diesen Kanal</translation>
  </message>
  <message>
   <source>Rules of a whole channel</source>
   <translation>Regeln für einen ganzen Kanal</translation>
  </message>
  <message>
   <source>Rules of every product changed</source>
   <translation>Regeln aller Produkte geändert</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <source>Runs on a copy. Nothing reaches your channels.</source>
   <translation>Läuft auf einer Kopie. Nichts erreicht Ihre Kanäle.</translation>
  </message>
  <message>
   <source>Runs on a copy: made-up buyers, simulated channels, and Plimsoll as it is. Nothing reaches your channels. It takes about a minute.</source>
   <translation>Läuft auf einer Kopie: erfundene Käufer, nachgestellte Kanäle und Plimsoll, wie es ist. Nichts erreicht Ihre Kanäle. Es dauert etwa eine Minute.</translation>
  </message>
  <message>
   <source>Runs out soon</source>
   <translation>Bald ausverkauft</translation>
  </message>
  <message>
   <source>SKU</source>
   <translation>SKU</translation>
  </message>
  <message>
   <source>SKU or name</source>
   <translation>SKU oder Name</translation>
  </message>
  <message>
   <source>SKU there</source>
   <translation>SKU dort</translation>
  </message>
  <message>
   <source>SKU, name or barcode</source>
   <translation>SKU, Name oder Barcode</translation>
  </message>
  <message>
   <source>STARTTLS</source>
   <translation>STARTTLS</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Sale taken back</source>
   <translation>Verkauf zurückgenommen</translation>
  </message>
  <message>
   <source>Sale {order}</source>
   <translation>Verkauf {order}</translation>
  </message>
  <message>
   <source>Sale {order}, cancelled</source>
   <translation>Verkauf {order}, storniert</translation>
  </message>
  <message>
   <source>Sale {order}, refunded</source>
   <translation>Verkauf {order}, erstattet</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Verkäufe</translation>
  </message>
  <message>
   <source>Sales entered</source>
   <translation>Eingegebene Verkäufe</translation>
  </message>
  <message>
   <source>Sales known after</source>
   <translation>Verkäufe bekannt nach</translation>
  </message>
  <message>
   <source>Sales made while you count are allowed for. Every scan is kept: stop at any time.</source>
   <translation>Verkäufe während der Zählung sind berücksichtigt. Jeder Scan ist gespeichert: Hören Sie jederzeit auf.</translation>
  </message>
  <message>
   <source>Sales meanwhile are read from the channels when Plimsoll starts again: without a relay nobody hears of them before.</source>
   <translation>Verkäufe werden erst aus den Kanälen gelesen, wenn Plimsoll wieder startet: Ohne Relay erfährt vorher niemand davon.</translation>
  </message>
  <message>
   <source>Sales of</source>
   <translation>Verkäufe aus</translation>
  </message>
  <message numerus="yes">
   <source>Sales of the last {n} days</source>
   <extracomment>Sales of the last {n} day</extracomment>
   <translation>
    <numerusform>Verkäufe des letzten Tages</numerusform>
    <numerusform>Verkäufe der letzten {n} Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>Sales of {title}: {said}</source>
   <translation>Verkäufe von {title}: {said}</translation>
  </message>
  <message>
   <source>Sales, deliveries, counts and corrections are rows.</source>
   <translation>Verkäufe, Lieferungen, Zählungen und Korrekturen sind Buchungen.</translation>
  </message>
  <message>
   <source>Sales, returns, corrections and receipts are entered in Plimsoll. Nobody edits stock inside a channel.</source>
   <translation>Verkäufe, Rückgaben, Korrekturen und Zugänge werden in Plimsoll eingetragen. Niemand ändert den Bestand in einem Kanal.</translation>
  </message>
  <message>
   <source>Same SKU</source>
   <translation>Gleiche SKU</translation>
  </message>
  <message>
   <source>Same barcode</source>
   <translation>Gleicher Barcode</translation>
  </message>
  <message>
   <source>Sample shop</source>
   <translation>Beispielshop</translation>
  </message>
  <message>
   <source>Sample shop. Nothing is sent to any channel.</source>
   <translation>Beispielshop. An keinen Kanal wird etwas gesendet.</translation>
  </message>
  <message>
   <source>Sample shop: nothing is sent</source>
   <translation>Beispielshop: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>Save all as CSV…</source>
   <translation>Alle als CSV speichern…</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Als PDF speichern…</translation>
  </message>
  <message>
   <source>Save as text…</source>
   <translation>Als Text speichern…</translation>
  </message>
  <message>
   <source>Save it</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save it again as “CSV UTF-8” or as an Excel workbook. Nothing was changed.</source>
   <translation>Speichern Sie sie neu als „CSV UTF-8“ oder als Excel-Arbeitsmappe. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Save it without one. Nothing was changed.</source>
   <translation>Speichern Sie sie ohne. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Save limits</source>
   <translation>Grenzen speichern</translation>
  </message>
  <message>
   <source>Save order</source>
   <translation>Bestellung speichern</translation>
  </message>
  <message>
   <source>Save orders</source>
   <translation>Bestellungen speichern</translation>
  </message>
  <message>
   <source>Save report</source>
   <translation>Bericht speichern</translation>
  </message>
  <message>
   <source>Save report…</source>
   <translation>Bericht speichern…</translation>
  </message>
  <message>
   <source>Save template</source>
   <translation>Vorlage speichern</translation>
  </message>
  <message>
   <source>Save the check of {at}</source>
   <translation>Prüfung von {at} speichern</translation>
  </message>
  <message>
   <source>Save the master statement…</source>
   <translation>Erklärung zur Bestandsführung speichern…</translation>
  </message>
  <message>
   <source>Save these alerts</source>
   <translation>Diese Hinweise speichern</translation>
  </message>
  <message>
   <source>Save these rules</source>
   <translation>Regeln speichern</translation>
  </message>
  <message>
   <source>Save this cause</source>
   <translation>Diese Ursache speichern</translation>
  </message>
  <message>
   <source>Save this check</source>
   <translation>Diese Prüfung speichern</translation>
  </message>
  <message>
   <source>Save this digest…</source>
   <translation>Wochenübersicht speichern…</translation>
  </message>
  <message>
   <source>Save this report</source>
   <translation>Diesen Bericht speichern</translation>
  </message>
  <message>
   <source>Saved as {file}</source>
   <translation>Gespeichert als {file}</translation>
  </message>
  <message>
   <source>Saved in {path}</source>
   <translation>Gespeichert in {path}</translation>
  </message>
  <message>
   <source>Saw that {title} is covered again, incident {number}</source>
   <translation>{title} als wieder gedeckt erkannt, Vorfall {number}</translation>
  </message>
  <message>
   <source>Say by when.</source>
   <translation>Sagen Sie, bis wann.</translation>
  </message>
  <message>
   <source>Say it in one sentence.</source>
   <translation>Sagen Sie es in einem Satz.</translation>
  </message>
  <message>
   <source>Say sorry here, in a sentence you would say out loud</source>
   <translation>Entschuldigen Sie sich hier, in einem Satz, den Sie laut sagen würden</translation>
  </message>
  <message>
   <source>Say what happened</source>
   <translation>Sagen, was geschah</translation>
  </message>
  <message>
   <source>Say what happened, in plain words</source>
   <translation>Sagen Sie in einfachen Worten, was geschah</translation>
  </message>
  <message>
   <source>Say what happens next</source>
   <translation>Sagen, was als Nächstes geschieht</translation>
  </message>
  <message>
   <source>Say what happens next, and by when.</source>
   <translation>Sagen Sie, was als Nächstes geschieht und bis wann.</translation>
  </message>
  <message>
   <source>Say which product it is…</source>
   <translation>Produkt benennen…</translation>
  </message>
  <message>
   <source>Say who confirmed it.</source>
   <translation>Sagen Sie, wer es bestätigt hat.</translation>
  </message>
  <message>
   <source>Say why it does not apply.</source>
   <translation>Sagen Sie, warum es nicht zutrifft.</translation>
  </message>
  <message>
   <source>Say why, in a few words.</source>
   <translation>Sagen Sie in wenigen Worten, warum.</translation>
  </message>
  <message>
   <source>Say why, in a few words. The ledger keeps it.</source>
   <translation>Sagen Sie kurz, warum. Das Journal bewahrt es auf.</translation>
  </message>
  <message>
   <source>Scan or name a product first.</source>
   <translation>Erst ein Produkt scannen oder nennen.</translation>
  </message>
  <message>
   <source>Scan or type what is left. Enter goes to the next product that nobody has looked at.</source>
   <translation>Scannen oder tippen Sie, was übrig ist. Eingabe geht zum nächsten Produkt, das niemand durchgesehen hat.</translation>
  </message>
  <message>
   <source>Scan or type what was sold that day. Type 3* before it for three, and @12.50 after it for the price.</source>
   <translation>Scannen oder tippen Sie, was an dem Tag verkauft wurde. 3* davor steht für drei, @12,50 danach für den Preis.</translation>
  </message>
  <message>
   <source>Scan the code here, three times</source>
   <translation>Scannen Sie den Code hier, dreimal</translation>
  </message>
  <message>
   <source>Scan the first product of this shelf. Type a SKU or a part of its name where there is no barcode.</source>
   <translation>Scannen Sie das erste Produkt dieses Regals. Ohne Barcode: SKU oder einen Teil des Namens eintippen.</translation>
  </message>
  <message>
   <source>Scan what came. Nothing was posted.</source>
   <translation>Scannen Sie, was kam. Nichts wurde gebucht.</translation>
  </message>
  <message>
   <source>Scan what is in the parcel. A number sets how many there are, + and − change it, F7 is one damaged. What has not come stays expected.</source>
   <translation>Scannen Sie, was im Paket ist. Eine Zahl legt die Menge fest, + und − ändern sie, F7 heißt: eines beschädigt. Was nicht kam, bleibt erwartet.</translation>
  </message>
  <message>
   <source>Scan what you pack. No channel sells these pieces while they are with you. A number sets it.</source>
   <translation>Scannen Sie, was Sie einpacken. Kein Kanal verkauft diese Stücke, solange sie bei Ihnen sind. Eine Zahl setzt die Menge.</translation>
  </message>
  <message>
   <source>Scan, or type a SKU or name</source>
   <translation>Scannen, oder SKU, Namen tippen</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>Scanner</translation>
  </message>
  <message>
   <source>Scanner ready</source>
   <translation>Scanner bereit</translation>
  </message>
  <message>
   <source>Scanner ready, {age} ago</source>
   <translation>Scanner bereit, letzter Scan {age} her</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search listings</source>
   <translation>Angebote suchen</translation>
  </message>
  <message>
   <source>Search products</source>
   <translation>Produkte suchen</translation>
  </message>
  <message>
   <source>Search the help</source>
   <translation>Hilfe durchsuchen</translation>
  </message>
  <message>
   <source>Season review</source>
   <translation>Saisonprüfung</translation>
  </message>
  <message>
   <source>Season review…</source>
   <translation>Saisonprüfung…</translation>
  </message>
  <message>
   <source>Second backup folder</source>
   <translation>Zweiter Sicherungsordner</translation>
  </message>
  <message>
   <source>Second order here.</source>
   <translation>Zweite Bestellung hier.</translation>
  </message>
  <message>
   <source>Seconds after our own write that count as a race</source>
   <translation>Sekunden nach unserer Zahl, die als Wettlauf gelten</translation>
  </message>
  <message>
   <source>Seconds between order polls, {shop}</source>
   <translation>Sekunden zwischen Abfragen, {shop}</translation>
  </message>
  <message>
   <source>Secret</source>
   <translation>Geheimnis</translation>
  </message>
  <message>
   <source>See Settings.</source>
   <translation>Siehe Einstellungen.</translation>
  </message>
  <message>
   <source>See in the till’s settings that its location is the one that is linked here.</source>
   <translation>Prüfen Sie in den Einstellungen der Kasse, ob ihr Standort der hier verknüpfte ist.</translation>
  </message>
  <message>
   <source>See its floor</source>
   <translation>Mindestbestand ansehen</translation>
  </message>
  <message>
   <source>See listings and stock</source>
   <translation>Angebote und Bestand sehen</translation>
  </message>
  <message>
   <source>See locations</source>
   <translation>Standorte sehen</translation>
  </message>
  <message>
   <source>See orders</source>
   <translation>Bestellungen sehen</translation>
  </message>
  <message>
   <source>See products</source>
   <translation>Produkte sehen</translation>
  </message>
  <message>
   <source>See report</source>
   <translation>Bericht ansehen</translation>
  </message>
  <message>
   <source>See stock</source>
   <translation>Bestand sehen</translation>
  </message>
  <message>
   <source>See the evidence</source>
   <translation>Belege ansehen</translation>
  </message>
  <message>
   <source>See the shop</source>
   <translation>Shop sehen</translation>
  </message>
  <message>
   <source>See whether it is on, or write a PDF instead.</source>
   <translation>Sehen Sie nach, ob er eingeschaltet ist, oder schreiben Sie stattdessen ein PDF.</translation>
  </message>
  <message>
   <source>See which</source>
   <translation>Welche ansehen</translation>
  </message>
  <message>
   <source>See why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Seen</source>
   <translation>Gesehen</translation>
  </message>
  <message>
   <source>Sell</source>
   <translation>Verkaufen</translation>
  </message>
  <message>
   <source>Sell it only here</source>
   <translation>Nur hier verkaufen</translation>
  </message>
  <message>
   <source>Sell more</source>
   <translation>Mehr verkaufen</translation>
  </message>
  <message>
   <source>Sell more: 1 in {products}</source>
   <translation>Mehr verkaufen: 1 zu {products}</translation>
  </message>
  <message>
   <source>Sell more: about 1 double sale in {products} products that run out</source>
   <translation>Mehr verkaufen: etwa 1 Doppelverkauf auf {products} Produkte, die ausgehen</translation>
  </message>
  <message>
   <source>Sell one piece. If the number in Shopify does not move, the till sells from another location.</source>
   <translation>Verkaufen Sie ein Stück. Ändert sich die Zahl in Shopify nicht, verkauft die Kasse von einem anderen Standort.</translation>
  </message>
  <message>
   <source>Selling is stopped on every channel.</source>
   <translation>Der Verkauf ist auf jedem Kanal gestoppt.</translation>
  </message>
  <message>
   <source>Sells</source>
   <translation>Verkauft</translation>
  </message>
  <message>
   <source>Sells below zero</source>
   <translation>Verkauft unter null</translation>
  </message>
  <message>
   <source>Sells below zero there</source>
   <translation>Verkauft dort unter null</translation>
  </message>
  <message>
   <source>Sells much: every month. Less: a quarter. Little: once a year</source>
   <translation>Verkauft sich viel: jeden Monat. Weniger: im Quartal. Wenig: einmal im Jahr</translation>
  </message>
  <message>
   <source>Sells so many percent more</source>
   <translation>Verkauft so viel Prozent mehr</translation>
  </message>
  <message>
   <source>Send a test</source>
   <translation>Test senden</translation>
  </message>
  <message>
   <source>Send again</source>
   <translation>Erneut senden</translation>
  </message>
  <message>
   <source>Send alerts by mail?</source>
   <translation>Hinweise per Mail senden?</translation>
  </message>
  <message>
   <source>Send alerts to a webhook?</source>
   <translation>Hinweise an einen Webhook senden?</translation>
  </message>
  <message>
   <source>Send and compare everything</source>
   <translation>Alles senden und vergleichen</translation>
  </message>
  <message>
   <source>Send and compare everything: no check in the last 30 days</source>
   <translation>Alles senden und vergleichen: in den letzten 30 Tagen keine Prüfung</translation>
  </message>
  <message>
   <source>Send and read back</source>
   <translation>Senden und zurücklesen</translation>
  </message>
  <message>
   <source>Send and read back everything before your next sale. It has not been done yet.</source>
   <translation>Senden Sie alles und lesen Sie es zurück, bevor die nächste Aktion beginnt. Das ist noch nie geschehen.</translation>
  </message>
  <message>
   <source>Send from here</source>
   <translation>Von hier senden</translation>
  </message>
  <message>
   <source>Send from this computer?</source>
   <translation>Von diesem Computer senden?</translation>
  </message>
  <message>
   <source>Send from this computer…</source>
   <translation>Von diesem Computer senden…</translation>
  </message>
  <message>
   <source>Send it instead</source>
   <translation>Stattdessen senden</translation>
  </message>
  <message>
   <source>Send me a test</source>
   <translation>Mir einen Test senden</translation>
  </message>
  <message>
   <source>Send nothing from here</source>
   <translation>Von hier nichts senden</translation>
  </message>
  <message>
   <source>Send our numbers to {shop}</source>
   <translation>Unsere Zahlen an {shop} senden</translation>
  </message>
  <message>
   <source>Send ours</source>
   <translation>Unsere Zahl senden</translation>
  </message>
  <message>
   <source>Send them by mail</source>
   <translation>Per Mail senden</translation>
  </message>
  <message>
   <source>Send them there</source>
   <translation>Dorthin senden</translation>
  </message>
  <message>
   <source>Send to {shop} from this computer?</source>
   <translation>Von diesem Computer an {shop} senden?</translation>
  </message>
  <message>
   <source>Send {title} for order {number}?</source>
   <translation>{title} für Bestellung {number} senden?</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>Senden</translation>
  </message>
  <message numerus="yes">
   <source>Sending to {names} is stopped until you decide: they keep what they show.</source>
   <extracomment>Sending to {names} is stopped until you decide: it keeps what it shows.</extracomment>
   <translation>
    <numerusform>Senden an {names} ruht, bis Sie entscheiden: Die angezeigte Zahl bleibt.</numerusform>
    <numerusform>Senden an {names} ruht, bis Sie entscheiden: Die angezeigten Zahlen bleiben.</numerusform>
   </translation>
  </message>
  <message>
   <source>Sending to {shop} stopped until you decide</source>
   <translation>Senden an {shop} ruht, bis Sie entscheiden</translation>
  </message>
  <message>
   <source>Sending: {done} of {all} confirmed</source>
   <translation>Senden: {done} von {all} bestätigt</translation>
  </message>
  <message>
   <source>Sends nothing until you switch it on</source>
   <translation>Sendet nichts, bis Sie es einschalten</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Versandt</translation>
  </message>
  <message>
   <source>Sent only when somebody visits the shop, and never again when they fail. After five failures in a row by its documentation, seven as measured, WooCommerce switches them off.</source>
   <translation>Nur gesendet, wenn jemand den Shop besucht, und nach einem Fehlschlag nie wieder. Nach fünf Fehlschlägen in Folge laut Dokumentation, sieben laut Messung, schaltet WooCommerce sie ab.</translation>
  </message>
  <message>
   <source>Sent to {shop}</source>
   <translation>An {shop}</translation>
  </message>
  <message numerus="yes">
   <source>Sent {n} stock updates.</source>
   <extracomment>Sent {n} stock update.</extracomment>
   <translation>
    <numerusform>{n} Bestandsänderung gesendet.</numerusform>
    <numerusform>{n} Bestandsänderungen gesendet.</numerusform>
   </translation>
  </message>
  <message>
   <source>Sent {order}</source>
   <translation>Versandt {order}</translation>
  </message>
  <message>
   <source>Sent, not confirmed yet</source>
   <translation>Gesendet, noch nicht bestätigt</translation>
  </message>
  <message>
   <source>Sent. Waiting for it to come back.</source>
   <translation>Gesendet. Wartet, bis er zurückkommt.</translation>
  </message>
  <message>
   <source>Serious</source>
   <translation>Ernst</translation>
  </message>
  <message>
   <source>Served as number {place}</source>
   <translation>Kommt als Nummer {place}</translation>
  </message>
  <message>
   <source>Served first</source>
   <translation>Kommt zuerst</translation>
  </message>
  <message>
   <source>Server for outgoing mail</source>
   <translation>Server für ausgehende Mail</translation>
  </message>
  <message>
   <source>Set a passphrase?</source>
   <translation>Passwortsatz festlegen?</translation>
  </message>
  <message>
   <source>Set a passphrase…</source>
   <translation>Passwortsatz festlegen…</translation>
  </message>
  <message>
   <source>Set by {who}.</source>
   <translation>Gesetzt von {who}.</translation>
  </message>
  <message>
   <source>Set it</source>
   <translation>Festlegen</translation>
  </message>
  <message>
   <source>Set it to 0 in {shop}, then tick it here.</source>
   <translation>Setzen Sie es in {shop} auf 0 und haken Sie es dann hier ab.</translation>
  </message>
  <message>
   <source>Set it under WooCommerce &gt; Settings &gt; Products &gt; Inventory &gt; Hold stock.</source>
   <translation>Stellen Sie es ein unter WooCommerce &gt; Einstellungen &gt; Produkte &gt; Lagerbestand &gt; Lagerbestand halten.</translation>
  </message>
  <message>
   <source>Set it up.</source>
   <translation>Richten Sie sie ein.</translation>
  </message>
  <message>
   <source>Set on {day}, {ago}</source>
   <translation>Gesetzt am {day}, {ago}</translation>
  </message>
  <message>
   <source>Set stock</source>
   <translation>Bestand setzen</translation>
  </message>
  <message>
   <source>Set stock, pause and resume listings</source>
   <translation>Bestand setzen, Angebote pausieren und fortsetzen</translation>
  </message>
  <message>
   <source>Set the product’s status in Shopify.</source>
   <translation>Setzen Sie den Status des Produkts in Shopify.</translation>
  </message>
  <message>
   <source>Set the product’s status in the shop’s own window.</source>
   <translation>Setzen Sie den Status des Produkts im Shop selbst.</translation>
  </message>
  <message>
   <source>Set up the webhooks of {shop}</source>
   <translation>Webhooks von {shop} einrichten</translation>
  </message>
  <message>
   <source>Set up…</source>
   <translation>Einrichten…</translation>
  </message>
  <message>
   <source>Setting a number</source>
   <translation>Eine Zahl setzen</translation>
  </message>
  <message>
   <source>Setting them up.</source>
   <translation>Sie werden eingerichtet.</translation>
  </message>
  <message>
   <source>Setting {old} to {new} did not take place</source>
   <translation>{old} auf {new} setzen: nicht erfolgt</translation>
  </message>
  <message>
   <source>Setting {old} to {new} is confirmed and settled</source>
   <translation>{old} auf {new} setzen: bestätigt und erledigt</translation>
  </message>
  <message>
   <source>Setting {old} to {new} was sent</source>
   <translation>{old} auf {new} setzen: gesendet</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Geklärt</translation>
  </message>
  <message>
   <source>Several match, or none.</source>
   <translation>Mehrere passen, oder keines.</translation>
  </message>
  <message>
   <source>Severity</source>
   <translation>Schwere</translation>
  </message>
  <message>
   <source>Severity: {grade}.</source>
   <translation>Schwere: {grade}.</translation>
  </message>
  <message>
   <source>Share again</source>
   <translation>Wieder gemeinsam</translation>
  </message>
  <message>
   <source>Shared secret</source>
   <translation>Shared Secret</translation>
  </message>
  <message>
   <source>Shared, because you chose so</source>
   <translation>Gemeinsam, weil Sie es so wollen</translation>
  </message>
  <message>
   <source>Shared: nothing can be sold twice</source>
   <translation>Gemeinsam: Nichts kann doppelt verkauft werden</translation>
  </message>
  <message>
   <source>Shared: shown everywhere</source>
   <translation>Gemeinsam: überall angezeigt</translation>
  </message>
  <message>
   <source>Shared: the chance of selling a piece twice is below 1 in {odds}</source>
   <translation>Gemeinsam: Die Wahrscheinlichkeit, ein Stück doppelt zu verkaufen, liegt unter 1 zu {odds}</translation>
  </message>
  <message>
   <source>Sheet of labels</source>
   <translation>Etikettenbogen</translation>
  </message>
  <message>
   <source>Sheet {page} of {pages}. Scan its code, then type the numbers in this order.</source>
   <translation>Liste {page} von {pages}. Scannen Sie ihren Code, geben Sie dann die Zahlen der Reihe nach ein.</translation>
  </message>
  <message>
   <source>Sheet {page}: type its numbers, with Enter twice after each.</source>
   <translation>Liste {page}: Geben Sie die Zahlen ein, nach jeder zweimal die Eingabetaste.</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Regal</translation>
  </message>
  <message>
   <source>Shelves</source>
   <translation>Regale</translation>
  </message>
  <message>
   <source>Shop</source>
   <translation>Shop</translation>
  </message>
  <message>
   <source>Shop Manager, Orders, More actions, Cancel. It can take 48 hours, and waits while a payment clears.</source>
   <translation>Shop-Manager, Bestellungen, Weitere Aktionen, Stornieren. Es kann 48 Stunden dauern und wartet, solange eine Zahlung läuft.</translation>
  </message>
  <message>
   <source>Shopify asked us to wait: too many requests.</source>
   <translation>Shopify bittet uns zu warten: zu viele Anfragen.</translation>
  </message>
  <message>
   <source>Shopify denies Plimsoll a permission that it needs.</source>
   <translation>Shopify verweigert Plimsoll eine nötige Berechtigung.</translation>
  </message>
  <message>
   <source>Shopify denies Plimsoll the permission {scope}.</source>
   <translation>Shopify verweigert Plimsoll die Berechtigung {scope}.</translation>
  </message>
  <message>
   <source>Shopify did not accept the client ID and the secret.</source>
   <translation>Shopify akzeptiert Client-ID und Geheimnis nicht.</translation>
  </message>
  <message>
   <source>Shopify did not change its webhooks.</source>
   <translation>Shopify hat seine Webhooks nicht geändert.</translation>
  </message>
  <message>
   <source>Shopify did not change the product’s status.</source>
   <translation>Shopify hat den Status des Produkts nicht geändert.</translation>
  </message>
  <message>
   <source>Shopify did not keep which computer sends to this shop.</source>
   <translation>Shopify hat nicht festgehalten, welcher Computer an diesen Shop sendet.</translation>
  </message>
  <message>
   <source>Shopify does not let Plimsoll into this shop.</source>
   <translation>Shopify lässt Plimsoll nicht in diesen Shop.</translation>
  </message>
  <message>
   <source>Shopify has a fault of its own.</source>
   <translation>Shopify hat selbst eine Störung.</translation>
  </message>
  <message>
   <source>Shopify has closed this shop for now.</source>
   <translation>Shopify hat diesen Shop vorerst geschlossen.</translation>
  </message>
  <message>
   <source>Shopify pays back all that was paid, the way it was paid.</source>
   <translation>Shopify erstattet alles, was bezahlt wurde, auf demselben Zahlungsweg.</translation>
  </message>
  <message>
   <source>Shopify pays back what these pieces cost, the way they were paid; postage is not.</source>
   <translation>Shopify erstattet, was diese Stücke kosten, auf demselben Weg; das Porto nicht.</translation>
  </message>
  <message>
   <source>Shopify refused the request.</source>
   <translation>Shopify hat die Anfrage abgelehnt.</translation>
  </message>
  <message>
   <source>Shopify told of other listings than were asked for.</source>
   <translation>Shopify nannte andere Angebote als die gefragten.</translation>
  </message>
  <message>
   <source>Shop’s log: {words}</source>
   <translation>Protokoll des Shops: {words}</translation>
  </message>
  <message>
   <source>Shop’s log…</source>
   <translation>Sein Protokoll…</translation>
  </message>
  <message>
   <source>Short by</source>
   <translation>Fehlt</translation>
  </message>
  <message numerus="yes">
   <source>Short by {n}</source>
   <extracomment>Short by {n}</extracomment>
   <translation>
    <numerusform>{n} fehlt</numerusform>
    <numerusform>{n} fehlen</numerusform>
   </translation>
  </message>
  <message>
   <source>Short now</source>
   <translation>Fehlt jetzt</translation>
  </message>
  <message>
   <source>Should an alert have fired?</source>
   <translation>Fehlte ein Hinweis?</translation>
  </message>
  <message>
   <source>Should be</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Should be over</source>
   <translation>Sollte vorbei sein</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show all rows</source>
   <translation>Alle Buchungen zeigen</translation>
  </message>
  <message>
   <source>Show at most</source>
   <translation>Höchstzahl</translation>
  </message>
  <message>
   <source>Show at most, every channel</source>
   <translation>Höchstzahl, jeder Kanal</translation>
  </message>
  <message>
   <source>Show at most, {shop}</source>
   <translation>Höchstzahl, {shop}</translation>
  </message>
  <message>
   <source>Show chart as table</source>
   <translation>Verlauf als Tabelle zeigen</translation>
  </message>
  <message>
   <source>Show its floor</source>
   <translation>Mindestbestand zeigen</translation>
  </message>
  <message>
   <source>Show listings</source>
   <translation>Angebote zeigen</translation>
  </message>
  <message>
   <source>Show nothing at or below</source>
   <translation>Beenden bei</translation>
  </message>
  <message>
   <source>Show nothing at or below, every channel</source>
   <translation>Beenden bei, jeder Kanal</translation>
  </message>
  <message>
   <source>Show nothing at or below, {shop}</source>
   <translation>Beenden bei, {shop}</translation>
  </message>
  <message>
   <source>Show products</source>
   <translation>Produkte zeigen</translation>
  </message>
  <message>
   <source>Show rows</source>
   <translation>Zeilen zeigen</translation>
  </message>
  <message>
   <source>Show single pieces nowhere until I am back</source>
   <translation>Einzelne Stücke nirgends zeigen, bis ich zurück bin</translation>
  </message>
  <message>
   <source>Show the calls</source>
   <translation>Anfragen zeigen</translation>
  </message>
  <message>
   <source>Show the folder</source>
   <translation>Ordner zeigen</translation>
  </message>
  <message>
   <source>Show the incident of this row</source>
   <translation>Vorfall dieser Buchung zeigen</translation>
  </message>
  <message>
   <source>Show the incident’s product</source>
   <translation>Produkt des Vorfalls zeigen</translation>
  </message>
  <message>
   <source>Show the list…</source>
   <translation>Liste zeigen…</translation>
  </message>
  <message>
   <source>Show the product of this row</source>
   <translation>Produkt dieser Buchung zeigen</translation>
  </message>
  <message numerus="yes">
   <source>Show the {n} orders counted</source>
   <extracomment>Show the order counted</extracomment>
   <translation>
    <numerusform>Die gezählte Bestellung zeigen</numerusform>
    <numerusform>Die {n} gezählten Bestellungen zeigen</numerusform>
   </translation>
  </message>
  <message>
   <source>Show them</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Show what was changed at {shop}</source>
   <translation>Zeigen, was bei {shop} geändert wurde</translation>
  </message>
  <message>
   <source>Shown</source>
   <translation>Angezeigt</translation>
  </message>
  <message>
   <source>Shown everywhere while the chance of selling a piece twice is below 1 in {odds}, as set for {shop}. Split when it is not.</source>
   <translation>Überall angezeigt, solange das Risiko, ein Stück doppelt zu verkaufen, unter 1 zu {odds} liegt, wie für {shop} gesetzt. Sonst aufgeteilt.</translation>
  </message>
  <message>
   <source>Shown everywhere while the chance of selling a piece twice is below 1 in {odds}, as set in Settings. Split when it is not.</source>
   <translation>Überall angezeigt, solange das Risiko, ein Stück doppelt zu verkaufen, unter 1 zu {odds} liegt, wie in den Einstellungen gesetzt. Sonst aufgeteilt.</translation>
  </message>
  <message>
   <source>Shown on</source>
   <translation>Angezeigt auf</translation>
  </message>
  <message>
   <source>Shows</source>
   <translation>Zeigt</translation>
  </message>
  <message>
   <source>Shows 0. Not held: it goes up again when pieces come in.</source>
   <translation>Zeigt 0. Nicht gestoppt: Die Zahl steigt wieder, wenn Stücke eintreffen.</translation>
  </message>
  <message>
   <source>Shows 1 of everything, and the next after each sale. It stops carts of several, but two buyers may still see the same piece. A listing that sold out is put back only when you press it: each time costs its fee.</source>
   <translation>Zeigt von allem 1 und nach jedem Verkauf das nächste. Das verhindert Körbe mit mehreren, doch zwei Käufer können noch dasselbe Stück sehen. Ein ausverkauftes Angebot kommt erst zurück, wenn Sie es drücken: Jedes Mal kostet die Gebühr.</translation>
  </message>
  <message>
   <source>Shows now</source>
   <translation>Zeigt jetzt</translation>
  </message>
  <message>
   <source>Shows the number of {title}, and follows it</source>
   <translation>Zeigt die Zahl von {title} und folgt ihr</translation>
  </message>
  <message>
   <source>Shows what is in a backup first. Your inventory of now is kept beside it.</source>
   <translation>Zeigt zuerst, was in einer Sicherung ist. Ihr jetziger Bestand bleibt daneben erhalten.</translation>
  </message>
  <message>
   <source>Shows {number}.</source>
   <translation>Zeigt {number}.</translation>
  </message>
  <message>
   <source>Shows {seen}, and every order until then is known</source>
   <translation>Zeigt {seen}, und jede Bestellung bis dahin ist bekannt</translation>
  </message>
  <message>
   <source>Shows {shown} + {sold} sold and not sent = {on_hand} on hand</source>
   <translation>Zeigt {shown} + {sold} verkauft, nicht versendet = {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>Shows {shown} = {on_hand} on hand</source>
   <translation>Zeigt {shown} = {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>Shows {shown} packs × {pieces} = {on_hand} on hand</source>
   <translation>Zeigt {shown} Packungen × {pieces} = {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <source>Sign in all the same, then paste the address that the browser shows.</source>
   <translation>Melden Sie sich trotzdem an, und fügen Sie dann die Adresse ein, die der Browser zeigt.</translation>
  </message>
  <message>
   <source>Sign in there, and allow Plimsoll. It goes on here by itself.</source>
   <translation>Melden Sie sich dort an, und erlauben Sie den Zugriff. Hier geht es von selbst weiter.</translation>
  </message>
  <message>
   <source>Sign in to your shop’s WordPress, and open WooCommerce &gt; Settings &gt; Advanced &gt; REST API.</source>
   <translation>Melden Sie sich im WordPress Ihres Shops an, und öffnen Sie WooCommerce &gt; Einstellungen &gt; Erweitert &gt; REST-API.</translation>
  </message>
  <message>
   <source>Sign in to {shop}</source>
   <translation>Bei {shop} anmelden</translation>
  </message>
  <message>
   <source>Sign in with the key</source>
   <translation>Mit dem Schlüssel anmelden</translation>
  </message>
  <message>
   <source>Sign in with {channel}</source>
   <translation>Bei {channel} anmelden</translation>
  </message>
  <message>
   <source>Sign in…</source>
   <translation>Anmelden…</translation>
  </message>
  <message>
   <source>Sign this check</source>
   <translation>Prüfung unterschreiben</translation>
  </message>
  <message>
   <source>Sign-in keys</source>
   <translation>Anmeldeschlüssel</translation>
  </message>
  <message>
   <source>Signed out: it gets no updates</source>
   <translation>Abgemeldet: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>Signed out: nothing is sent</source>
   <translation>Abgemeldet: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>Signed {at}</source>
   <translation>Unterschrieben {at}</translation>
  </message>
  <message>
   <source>Signed {on}, {at}.</source>
   <translation>Unterschrieben am {on}, {at}.</translation>
  </message>
  <message>
   <source>Signing in</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>Signing in to {channel}</source>
   <translation>Anmeldung bei {channel}</translation>
  </message>
  <message>
   <source>Signing key</source>
   <translation>Signaturschlüssel</translation>
  </message>
  <message>
   <source>Signing secret</source>
   <translation>Signaturgeheimnis</translation>
  </message>
  <message>
   <source>Silent: nothing has succeeded</source>
   <translation>Stumm: Nichts gelang</translation>
  </message>
  <message>
   <source>Similar</source>
   <translation>Ähnlich</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Since {at}</source>
   <translation>Seit {at}</translation>
  </message>
  <message>
   <source>Single pieces</source>
   <translation>Einzelne Stücke</translation>
  </message>
  <message numerus="yes">
   <source>Slow, {n} updates waiting</source>
   <extracomment>Slow, {n} update waiting</extracomment>
   <translation>
    <numerusform>Langsam, {n} Änderung wartet</numerusform>
    <numerusform>Langsam, {n} Änderungen warten</numerusform>
   </translation>
  </message>
  <message>
   <source>Slower than this is typing, ms</source>
   <translation>Langsamer als das ist Tippen, ms</translation>
  </message>
  <message>
   <source>So many</source>
   <translation>So viele</translation>
  </message>
  <message>
   <source>So many calls a second, and so many in any 24 hours: 5 and 5,000 were seen on one key, 10 and 10,000 on another. Etsy says in each answer what is left. Plimsoll keeps a tenth of the day for stock.</source>
   <translation>So viele Anfragen je Sekunde und so viele in 24 Stunden: 5 und 5.000 wurden bei einem Schlüssel gesehen, 10 und 10.000 bei einem anderen. Etsy nennt in jeder Antwort den Rest. Plimsoll behält ein Zehntel des Tages für den Bestand.</translation>
  </message>
  <message>
   <source>So many pieces of every product are hidden from every channel. A number set for a product stands instead of this one, and one set for a channel is added, unless you say otherwise there.</source>
   <translation>So viele Stück jedes Produkts bleiben vor jedem Kanal verborgen. Eine Zahl für ein Produkt gilt statt dieser, eine für einen Kanal kommt dazu, wenn Sie dort nichts anderes sagen.</translation>
  </message>
  <message>
   <source>Sold</source>
   <translation>Verkauft</translation>
  </message>
  <message>
   <source>Sold a day, average</source>
   <translation>Verkauft pro Tag, im Schnitt</translation>
  </message>
  <message>
   <source>Sold a day, most</source>
   <translation>Verkauft pro Tag, höchstens</translation>
  </message>
  <message>
   <source>Sold at {shop}</source>
   <translation>Verkauft bei {shop}</translation>
  </message>
  <message>
   <source>Sold at {shop}, order {order}, {n}</source>
   <translation>Verkauft bei {shop}, Bestellung {order}, {n}</translation>
  </message>
  <message>
   <source>Sold at {shop}, {n}</source>
   <translation>Verkauft bei {shop}, {n}</translation>
  </message>
  <message>
   <source>Sold in packs, or made in batches, of</source>
   <translation>Packung oder Charge zu je</translation>
  </message>
  <message>
   <source>Sold out</source>
   <translation>Ausverkauft</translation>
  </message>
  <message>
   <source>Sold out there</source>
   <translation>Dort ausverkauft</translation>
  </message>
  <message>
   <source>Sold, and not written down</source>
   <translation>Verkauft und nicht notiert</translation>
  </message>
  <message>
   <source>Sold, not written down</source>
   <translation>Verkauft, nicht notiert</translation>
  </message>
  <message numerus="yes">
   <source>Sold: {n} pieces, {than}.</source>
   <extracomment>Sold: {n} piece, {than}.</extracomment>
   <translation>
    <numerusform>Verkauft: {n} Stück, {than}.</numerusform>
    <numerusform>Verkauft: {n} Stück, {than}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Some of what lies beside the ledger could not be read: look at your settings and incidents.</source>
   <translation>Manches neben dem Journal war nicht lesbar: Sehen Sie Ihre Einstellungen und Vorfälle durch.</translation>
  </message>
  <message>
   <source>Somebody else changed this listing since Plimsoll paused it, so it stays off sale.</source>
   <translation>Jemand anderes hat dieses Angebot geändert, seit Plimsoll es pausiert hat. Es bleibt daher aus dem Verkauf.</translation>
  </message>
  <message numerus="yes">
   <source>Somebody else changed {n} numbers in the last 24 hours.</source>
   <extracomment>Somebody else changed {n} number in the last 24 hours.</extracomment>
   <translation>
    <numerusform>Jemand anderes hat in den letzten 24 Stunden {n} Zahl geändert.</numerusform>
    <numerusform>Jemand anderes hat in den letzten 24 Stunden {n} Zahlen geändert.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Somebody else changed {n} numbers, of {products} products.</source>
   <extracomment>Somebody else changed {n} number, of {products} products.</extracomment>
   <translation>
    <numerusform>Jemand anderes hat {n} Zahl geändert, bei {products} Produkten.</numerusform>
    <numerusform>Jemand anderes hat {n} Zahlen geändert, bei {products} Produkten.</numerusform>
   </translation>
  </message>
  <message>
   <source>Somebody may have raised it and taken that back.</source>
   <translation>Jemand kann sie erhöht und das zurückgenommen haben.</translation>
  </message>
  <message>
   <source>Somebody raised its number there, or {shop} sells below zero by itself. Look there that it tracks the stock and takes no back-orders. Plimsoll reads it again and raises it nowhere until then.</source>
   <translation>Jemand hat die Zahl dort erhöht, oder {shop} verkauft von selbst unter null. Prüfen Sie dort, ob der Bestand verfolgt wird und Rückstände nicht erlaubt sind. Plimsoll liest neu und erhöht die Zahl bis dahin nirgends.</translation>
  </message>
  <message>
   <source>Somebody should have heard from you {time} ago.</source>
   <translation>Jemand wartet auf Ihre Nachricht, {time} zu lange.</translation>
  </message>
  <message>
   <source>Somebody switched it off on Etsy. Buyers see it again, at no fee.</source>
   <translation>Jemand hat es bei Etsy ausgeschaltet. Käufer sehen es wieder, ohne Gebühr.</translation>
  </message>
  <message>
   <source>Somebody waits for pieces that are not there, and 60 minutes or more have passed.</source>
   <translation>Jemand wartet auf Stücke, die nicht da sind, seit mindestens 60 Minuten.</translation>
  </message>
  <message>
   <source>Something before the shop blocks the way ({status}): {words}</source>
   <translation>Etwas vor dem Shop versperrt den Weg ({status}): {words}</translation>
  </message>
  <message>
   <source>Something is asked about order {order} already.</source>
   <translation>Für Bestellung {order} läuft schon eine Anfrage.</translation>
  </message>
  <message numerus="yes">
   <source>Something was missed {n} times: the channel was read instead.</source>
   <extracomment>Something was missed {n} time: the channel was read instead.</extracomment>
   <translation>
    <numerusform>Etwas wurde {n}-mal verpasst: Stattdessen wurde der Kanal gelesen.</numerusform>
    <numerusform>Etwas wurde {n}-mal verpasst: Stattdessen wurde der Kanal gelesen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Sort by this column</source>
   <translation>Nach dieser Spalte sortieren</translation>
  </message>
  <message>
   <source>Sort by this column, the other way round</source>
   <translation>Nach dieser Spalte umgekehrt sortieren</translation>
  </message>
  <message>
   <source>Sort by what needs you</source>
   <translation>Nach dem sortieren, was Sie braucht</translation>
  </message>
  <message>
   <source>Sorted by SKU</source>
   <translation>Sortiert nach SKU</translation>
  </message>
  <message>
   <source>Sorted by SKU, Z to A</source>
   <translation>Sortiert nach SKU, Z bis A</translation>
  </message>
  <message>
   <source>Sorted by name</source>
   <translation>Sortiert nach Name</translation>
  </message>
  <message>
   <source>Sorted by name, Z to A</source>
   <translation>Sortiert nach Name, Z bis A</translation>
  </message>
  <message>
   <source>Sorted by what needs you</source>
   <translation>Sortiert: was Sie braucht zuerst</translation>
  </message>
  <message>
   <source>Sorted by what needs you last</source>
   <translation>Sortiert: was Sie braucht zuletzt</translation>
  </message>
  <message>
   <source>Sounds off</source>
   <translation>Töne aus</translation>
  </message>
  <message>
   <source>Sounds on</source>
   <translation>Töne an</translation>
  </message>
  <message>
   <source>Sounds on (F9)</source>
   <translation>Töne an (F9)</translation>
  </message>
  <message>
   <source>Sounds while counting</source>
   <translation>Töne beim Zählen</translation>
  </message>
  <message>
   <source>Split it into several files. Nothing was changed.</source>
   <translation>Teilen Sie sie in mehrere Dateien. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Split off</source>
   <translation>Abtrennen</translation>
  </message>
  <message>
   <source>Split, because Plimsoll will soon be out of reach</source>
   <translation>Aufgeteilt, weil Plimsoll bald nicht erreichbar ist</translation>
  </message>
  <message>
   <source>Split, because few are left for how fast they sell</source>
   <translation>Aufgeteilt, weil für das Verkaufstempo wenig übrig ist</translation>
  </message>
  <message>
   <source>Split, because it is not known yet how fast it sells</source>
   <translation>Aufgeteilt, weil noch nicht bekannt ist, wie schnell es sich verkauft</translation>
  </message>
  <message>
   <source>Split, because you want it never oversold</source>
   <translation>Aufgeteilt, weil Sie nie einen Überverkauf wollen</translation>
  </message>
  <message numerus="yes">
   <source>Split, because {place} was {n} minutes behind</source>
   <extracomment>Split, because {place} was {n} minute behind</extracomment>
   <translation>
    <numerusform>Aufgeteilt, weil {place} um {n} Minute im Rückstand war</numerusform>
    <numerusform>Aufgeteilt, weil {place} um {n} Minuten im Rückstand war</numerusform>
   </translation>
  </message>
  <message>
   <source>Split: each piece is shown in one place only</source>
   <translation>Aufgeteilt: Jedes Stück ist nur an einem Ort angezeigt</translation>
  </message>
  <message>
   <source>Splitting the last pieces</source>
   <translation>Die letzten Stücke aufteilen</translation>
  </message>
  <message>
   <source>Spreadsheets (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;All files (*)</source>
   <translation>Tabellen (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Spreadsheets (*.csv *.xlsx)</source>
   <translation>Tabellen (*.csv *.xlsx)</translation>
  </message>
  <message>
   <source>Squarespace</source>
   <translation>Squarespace</translation>
  </message>
  <message>
   <source>Stall day…</source>
   <translation>Standtag…</translation>
  </message>
  <message>
   <source>Stall sales of an earlier day…</source>
   <translation>Standverkäufe eines früheren Tags…</translation>
  </message>
  <message>
   <source>Stall: sell</source>
   <translation>Stand: verkaufen</translation>
  </message>
  <message>
   <source>Stall: take along</source>
   <translation>Stand: mitnehmen</translation>
  </message>
  <message>
   <source>Stall: what came home</source>
   <translation>Stand: was zurückkam</translation>
  </message>
  <message>
   <source>Star Seller: messages answered in 24 h</source>
   <translation>Star Seller: in 24 h beantwortete Nachrichten</translation>
  </message>
  <message>
   <source>Star Seller: sent on time with tracking</source>
   <translation>Star Seller: pünktlich mit Sendungsnummer versandt</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Start</translation>
  </message>
  <message>
   <source>Start Plimsoll again: it shows what can be saved. The damaged file is kept.</source>
   <translation>Starten Sie Plimsoll neu: Es zeigt, was gerettet werden kann. Die beschädigte Datei bleibt erhalten.</translation>
  </message>
  <message>
   <source>Start another check</source>
   <translation>Neue Prüfung beginnen</translation>
  </message>
  <message>
   <source>Start selling</source>
   <translation>Verkauf beginnen</translation>
  </message>
  <message>
   <source>Start the check</source>
   <translation>Prüfung beginnen</translation>
  </message>
  <message>
   <source>Start with these numbers</source>
   <translation>Mit diesen Zahlen beginnen</translation>
  </message>
  <message>
   <source>Start with this computer</source>
   <translation>Mit diesem Computer starten</translation>
  </message>
  <message>
   <source>Start with {channel}</source>
   <translation>Mit {channel} beginnen</translation>
  </message>
  <message numerus="yes">
   <source>Start {n} products</source>
   <extracomment>Start {n} product</extracomment>
   <translation>
    <numerusform>{n} Produkt starten</numerusform>
    <numerusform>{n} Produkte starten</numerusform>
   </translation>
  </message>
  <message>
   <source>Starting stock</source>
   <translation>Anfangsbestand</translation>
  </message>
  <message>
   <source>Starting stock…</source>
   <translation>Anfangsbestand…</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Status {status}</source>
   <translation>Status {status}</translation>
  </message>
  <message>
   <source>Stays on this computer</source>
   <translation>Bleibt auf diesem Computer</translation>
  </message>
  <message>
   <source>Step {done} of {total} is written.</source>
   <translation>Schritt {done} von {total} ist geschrieben.</translation>
  </message>
  <message>
   <source>Step {number}, {title}: {note}</source>
   <translation>Schritt {number}, {title}: {note}</translation>
  </message>
  <message>
   <source>Step {number}: {title}</source>
   <translation>Schritt {number}: {title}</translation>
  </message>
  <message>
   <source>Steps of the incident</source>
   <translation>Schritte des Vorfalls</translation>
  </message>
  <message>
   <source>Still empty. No template can do this for you.</source>
   <translation>Noch leer. Keine Vorlage kann das für Sie tun.</translation>
  </message>
  <message>
   <source>Still to come</source>
   <translation>Noch offen</translation>
  </message>
  <message>
   <source>Still waits</source>
   <translation>Wartet noch</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Stock changed by hand before?</source>
   <translation>Vorher von Hand geändert?</translation>
  </message>
  <message>
   <source>Stock chart</source>
   <translation>Bestandsdiagramm</translation>
  </message>
  <message>
   <source>Stock chart as a table</source>
   <translation>Bestandsverlauf als Tabelle</translation>
  </message>
  <message>
   <source>Stock for the plan</source>
   <translation>Bestand für den Plan</translation>
  </message>
  <message>
   <source>Stock for {name}</source>
   <translation>Bestand für {name}</translation>
  </message>
  <message>
   <source>Stock held for unpaid orders</source>
   <translation>Zurückgehalten für Unbezahltes</translation>
  </message>
  <message>
   <source>Stock management is on</source>
   <translation>Die Lagerverwaltung ist an</translation>
  </message>
  <message>
   <source>Stock that is held at a checkout covers only that checkout. Try each way by which your orders come in, once after connecting and after each new app or plugin.</source>
   <translation>Bestand, der an einer Kasse zurückgehalten wird, deckt nur diese Kasse. Probieren Sie jeden Weg, auf dem Bestellungen kommen: einmal nach dem Verbinden und nach jeder neuen App und jedem neuen Plugin.</translation>
  </message>
  <message>
   <source>Stock to look at</source>
   <translation>Bestand zum Ansehen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop it</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Stop selling</source>
   <translation>Verkauf stoppen</translation>
  </message>
  <message>
   <source>Stop selling everywhere</source>
   <translation>Verkauf überall stoppen</translation>
  </message>
  <message>
   <source>Stop selling: every channel shows 0.</source>
   <translation>Verkauf stoppen: Jeder Kanal zeigt 0.</translation>
  </message>
  <message>
   <source>Stop the check</source>
   <translation>Prüfung beenden</translation>
  </message>
  <message>
   <source>Stop this check?</source>
   <translation>Diese Prüfung beenden?</translation>
  </message>
  <message>
   <source>Stop this check…</source>
   <translation>Diese Prüfung beenden…</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Stopped after a mass change from outside</source>
   <translation>Gestoppt nach einer fremden Massenänderung</translation>
  </message>
  <message>
   <source>Stopped by you</source>
   <translation>Von Ihnen beendet</translation>
  </message>
  <message>
   <source>Stopped selling {title}</source>
   <translation>Verkauf von {title} gestoppt</translation>
  </message>
  <message>
   <source>Stopped, not signed.</source>
   <translation>Beendet, nicht unterschrieben.</translation>
  </message>
  <message>
   <source>Stopped. Nothing of it is kept.</source>
   <translation>Angehalten. Nichts davon bleibt gespeichert.</translation>
  </message>
  <message>
   <source>Stopped: nothing is sent until you restart sending</source>
   <translation>Gestoppt: Nichts wird gesendet, bis Sie das Senden neu starten</translation>
  </message>
  <message>
   <source>Stopped: these are sent once you have decided.</source>
   <translation>Angehalten: Diese gehen hinaus, sobald Sie entschieden haben.</translation>
  </message>
  <message numerus="yes">
   <source>Stopped: {n} numbers changed from outside</source>
   <extracomment>Stopped: {n} number changed from outside</extracomment>
   <translation>
    <numerusform>Angehalten: {n} Zahl von außen geändert</numerusform>
    <numerusform>Angehalten: {n} Zahlen von außen geändert</numerusform>
   </translation>
  </message>
  <message>
   <source>Streak</source>
   <translation>Serie</translation>
  </message>
  <message>
   <source>Substitute</source>
   <translation>Ersatz</translation>
  </message>
  <message>
   <source>Such orders may pass the checkout’s own stock check.</source>
   <translation>Solche Bestellungen können die Bestandsprüfung des Checkouts umgehen.</translation>
  </message>
  <message>
   <source>Such orders never check the stock: the shop accepts them for pieces that are not there.</source>
   <translation>Solche Bestellungen prüfen den Bestand nie: Der Shop nimmt sie auch für Stücke an, die nicht da sind.</translation>
  </message>
  <message>
   <source>Suggested. {proposal}</source>
   <translation>Vorschlag. {proposal}</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Supplier, and who there</source>
   <translation>Lieferant, und wer dort</translation>
  </message>
  <message>
   <source>Suppliers</source>
   <translation>Lieferanten</translation>
  </message>
  <message>
   <source>Suppressed</source>
   <translation>Unterdrückt</translation>
  </message>
  <message>
   <source>Suppressed: {words} {because}</source>
   <translation>Unterdrückt: {words} {because}</translation>
  </message>
  <message>
   <source>Surplus</source>
   <translation>Zu viel</translation>
  </message>
  <message>
   <source>Switch it on under WooCommerce &gt; Settings &gt; Products &gt; Inventory &gt; Enable stock management.</source>
   <translation>Schalten Sie sie ein unter WooCommerce &gt; Einstellungen &gt; Produkte &gt; Lagerbestand &gt; Lagerverwaltung aktivieren.</translation>
  </message>
  <message>
   <source>Switched off there</source>
   <translation>Dort ausgeschaltet</translation>
  </message>
  <message>
   <source>TLS</source>
   <translation>TLS</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>Tags</translation>
  </message>
  <message>
   <source>Take a product with 2 or more pieces that you can spare, and note what Inventory shows as available.</source>
   <translation>Nehmen Sie ein Produkt, von dem Sie mindestens 2 Stück entbehren können, und notieren Sie, was Shopify als verfügbar zeigt.</translation>
  </message>
  <message>
   <source>Take along</source>
   <translation>Mitnehmen</translation>
  </message>
  <message>
   <source>Take at least {n} characters: four words are good.</source>
   <translation>Nehmen Sie mindestens {n} Zeichen: Vier Wörter sind gut.</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take back: {what}</source>
   <translation>Zurücknehmen: {what}</translation>
  </message>
  <message>
   <source>Take back…</source>
   <translation>Zurücknehmen…</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take it off</source>
   <translation>Herunternehmen</translation>
  </message>
  <message>
   <source>Take it off there first. Its pieces are then offered elsewhere; its sales stay in your ledger.</source>
   <translation>Nehmen Sie es zuerst dort weg. Seine Stücke werden dann anderswo angeboten; die Verkäufe bleiben im Journal.</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Take its numbers</source>
   <translation>Seine Zahlen nehmen</translation>
  </message>
  <message>
   <source>Take more than was ordered?</source>
   <translation>Mehr annehmen als bestellt?</translation>
  </message>
  <message>
   <source>Take nothing over</source>
   <translation>Nichts übernehmen</translation>
  </message>
  <message>
   <source>Take off a channel…</source>
   <translation>Von einem Kanal nehmen…</translation>
  </message>
  <message>
   <source>Take past sales over from {file}?</source>
   <translation>Frühere Verkäufe aus {file} übernehmen?</translation>
  </message>
  <message>
   <source>Take products over from {file}?</source>
   <translation>Produkte aus {file} übernehmen?</translation>
  </message>
  <message>
   <source>Take the decision back</source>
   <translation>Entscheidung zurücknehmen</translation>
  </message>
  <message>
   <source>Take the link to {sku} away</source>
   <translation>Verknüpfung mit {sku} entfernen</translation>
  </message>
  <message>
   <source>Take the number of {title} from {shop}</source>
   <translation>Zahl von {title} aus {shop} übernehmen</translation>
  </message>
  <message>
   <source>Take the numbers of {shop}?</source>
   <translation>Die Zahlen von {shop} übernehmen?</translation>
  </message>
  <message>
   <source>Take the secret back</source>
   <translation>Geheimnis zurücknehmen</translation>
  </message>
  <message>
   <source>Take theirs</source>
   <translation>Fremde übernehmen</translation>
  </message>
  <message>
   <source>Take theirs as an adjustment</source>
   <translation>Fremde als Korrektur übernehmen</translation>
  </message>
  <message>
   <source>Take theirs…</source>
   <translation>Fremde übernehmen…</translation>
  </message>
  <message>
   <source>Take this sale back?</source>
   <translation>Diesen Verkauf zurücknehmen?</translation>
  </message>
  <message numerus="yes">
   <source>Take {n} pieces over</source>
   <extracomment>Take {n} piece over</extracomment>
   <translation>
    <numerusform>{n} Stück übernehmen</numerusform>
    <numerusform>{n} Stück übernehmen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Take {n} products over</source>
   <extracomment>Take {n} product over</extracomment>
   <translation>
    <numerusform>{n} Produkt übernehmen</numerusform>
    <numerusform>{n} Produkte übernehmen</numerusform>
   </translation>
  </message>
  <message>
   <source>Take {title} off a channel?</source>
   <translation>{title} von einem Kanal nehmen?</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Hin</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Taken back before it was done.</source>
   <translation>Zurückgenommen, bevor es geschah.</translation>
  </message>
  <message>
   <source>Taken back later</source>
   <translation>Später zurückgenommen</translation>
  </message>
  <message>
   <source>Taken back.</source>
   <translation>Zurückgenommen.</translation>
  </message>
  <message>
   <source>Taken off by you: 0 here</source>
   <translation>Von Ihnen herausgenommen: 0 hier</translation>
  </message>
  <message>
   <source>Taken off {names}</source>
   <translation>Von {names} genommen</translation>
  </message>
  <message>
   <source>Taken off {shops}.</source>
   <translation>Von {shops} genommen.</translation>
  </message>
  <message>
   <source>Taken off {shop}</source>
   <translation>Von {shop} genommen</translation>
  </message>
  <message>
   <source>Taken off {shop}.</source>
   <translation>Von {shop} genommen.</translation>
  </message>
  <message>
   <source>Taken off, but read back {at} it shows {seen}.</source>
   <translation>Herausgenommen, zeigt aber {seen} (zurückgelesen {at}).</translation>
  </message>
  <message>
   <source>Taken only if the number is still the one Plimsoll expects, and under a key that makes sending it twice harmless.</source>
   <translation>Gilt nur, wenn die Zahl noch die ist, die Plimsoll erwartet, und unter einem Schlüssel, der doppeltes Senden harmlos macht.</translation>
  </message>
  <message>
   <source>Taken over from the shop</source>
   <translation>Vom Shop übernommen</translation>
  </message>
  <message>
   <source>Template</source>
   <translation>Vorlage</translation>
  </message>
  <message>
   <source>Template: {name}</source>
   <translation>Vorlage: {name}</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Test</translation>
  </message>
  <message>
   <source>Test again</source>
   <translation>Erneut testen</translation>
  </message>
  <message>
   <source>Test and keep these keys</source>
   <translation>Diese Schlüssel testen und verwahren</translation>
  </message>
  <message>
   <source>Test orders at {shop}</source>
   <translation>Testbestellungen bei {shop}</translation>
  </message>
  <message>
   <source>Test orders…</source>
   <translation>Testbestellungen…</translation>
  </message>
  <message>
   <source>Test the connection</source>
   <translation>Verbindung testen</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Textgröße</translation>
  </message>
  <message>
   <source>Text, CSV UTF-8 (*.csv)</source>
   <translation>Text, CSV UTF-8 (*.csv)</translation>
  </message>
  <message>
   <source>Text, CSV UTF-8 (*.csv);;Excel workbook (*.xlsx)</source>
   <translation>Text, CSV UTF-8 (*.csv);;Excel-Arbeitsmappe (*.xlsx)</translation>
  </message>
  <message>
   <source>Text, comma separated (*.csv)</source>
   <translation>Text, durch Komma getrennt (*.csv)</translation>
  </message>
  <message>
   <source>That count knows of the sale already: it would be taken off twice. Nothing was booked.</source>
   <translation>Diese Zählung kennt den Verkauf schon: Er würde doppelt abgezogen. Nichts wurde gebucht.</translation>
  </message>
  <message>
   <source>That day has passed. Type a later one.</source>
   <translation>Dieser Tag ist vorbei. Geben Sie einen späteren ein.</translation>
  </message>
  <message>
   <source>That day is still to come.</source>
   <translation>Dieser Tag kommt erst noch.</translation>
  </message>
  <message>
   <source>That day was begun {at} and not ended. What is with you is still held back.</source>
   <translation>Dieser Tag wurde {at} begonnen und nicht beendet. Was bei Ihnen ist, bleibt zurückgehalten.</translation>
  </message>
  <message>
   <source>That is a large change. Take it over all the same?</source>
   <translation>Das ist eine große Änderung. Trotzdem übernehmen?</translation>
  </message>
  <message>
   <source>That is before the first day.</source>
   <translation>Das liegt vor dem ersten Tag.</translation>
  </message>
  <message>
   <source>That is still to come.</source>
   <translation>Das liegt noch in der Zukunft.</translation>
  </message>
  <message>
   <source>That is the product that is short.</source>
   <translation>Das ist das Produkt, das fehlt.</translation>
  </message>
  <message>
   <source>The REST API</source>
   <translation>Die REST-API</translation>
  </message>
  <message>
   <source>The address is missing.</source>
   <translation>Die Adresse fehlt.</translation>
  </message>
  <message>
   <source>The address is missing. Copy it from the browser’s address bar.</source>
   <translation>Die Adresse fehlt. Kopieren Sie sie aus der Adresszeile des Browsers.</translation>
  </message>
  <message>
   <source>The answer that is marked</source>
   <translation>Die hervorgehobene Antwort</translation>
  </message>
  <message>
   <source>The backup is in place.</source>
   <translation>Die Sicherung ist wiederhergestellt.</translation>
  </message>
  <message>
   <source>The backup was made but does not read back right.</source>
   <translation>Die Sicherung wurde erstellt, liest sich aber nicht richtig zurück.</translation>
  </message>
  <message>
   <source>The best sellers: where an oversell is most likely</source>
   <translation>Die Bestseller: wo ein Überverkauf am ehesten droht</translation>
  </message>
  <message>
   <source>The browser did not come back within {minutes} minutes.</source>
   <translation>Der Browser kam nicht binnen {minutes} Minuten zurück.</translation>
  </message>
  <message>
   <source>The buyer asked for it</source>
   <translation>Der Käufer bat darum</translation>
  </message>
  <message>
   <source>The buyer asked to cancel</source>
   <translation>Der Käufer bat um Stornierung</translation>
  </message>
  <message>
   <source>The calls of that time are not kept any more.</source>
   <translation>Die Anfragen dieser Zeit sind nicht mehr aufbewahrt.</translation>
  </message>
  <message>
   <source>The channel does not say who.</source>
   <translation>Der Kanal sagt nicht, wer.</translation>
  </message>
  <message>
   <source>The check is signed and kept.</source>
   <translation>Die Prüfung ist unterschrieben.</translation>
  </message>
  <message>
   <source>The code is missing.</source>
   <translation>Der Code fehlt.</translation>
  </message>
  <message>
   <source>The connection to the relay broke off.</source>
   <translation>Die Verbindung zum Relay brach ab.</translation>
  </message>
  <message>
   <source>The connection to the shop broke off.</source>
   <translation>Die Verbindung zum Shop brach ab.</translation>
  </message>
  <message>
   <source>The daily compare is due.</source>
   <translation>Der tägliche Vergleich ist fällig.</translation>
  </message>
  <message>
   <source>The damaged file is kept beside it. Plimsoll then only looks at your channels, reads every order and number there again, and sends nothing until you go live.</source>
   <translation>Die beschädigte Datei bleibt daneben erhalten. Plimsoll sieht dann Ihre Kanäle nur an, liest dort jede Bestellung und Zahl neu und sendet nichts, bis Sie live schalten.</translation>
  </message>
  <message>
   <source>The difference is written to the ledger with its reason, and goes to every other channel.</source>
   <translation>Der Unterschied kommt mit Grund ins Journal und geht an jeden anderen Kanal.</translation>
  </message>
  <message>
   <source>The disk did not do what Plimsoll asked.</source>
   <translation>Der Datenträger tat nicht, was Plimsoll verlangte.</translation>
  </message>
  <message>
   <source>The disk is full.</source>
   <translation>Der Datenträger ist voll.</translation>
  </message>
  <message>
   <source>The disk with your inventory is nearly full.</source>
   <translation>Der Datenträger mit Ihrem Bestand ist fast voll.</translation>
  </message>
  <message>
   <source>The export was stopped. Nothing was written.</source>
   <translation>Der Export wurde gestoppt. Nichts wurde geschrieben.</translation>
  </message>
  <message>
   <source>The file could not be written: {path}</source>
   <translation>Die Datei lässt sich nicht schreiben: {path}</translation>
  </message>
  <message>
   <source>The file with your sign-in key cannot be read: {file}</source>
   <translation>Die Datei mit Ihrem Anmeldeschlüssel ist nicht lesbar: {file}</translation>
  </message>
  <message>
   <source>The first {n} are shown. Match listings has all of them.</source>
   <translation>Die ersten {n} werden gezeigt. „Angebote zuordnen“ hat alle.</translation>
  </message>
  <message>
   <source>The floor was not reached before it.</source>
   <translation>Der Mindestbestand wurde davor nicht erreicht.</translation>
  </message>
  <message>
   <source>The floor was reached at {at}.</source>
   <translation>Der Mindestbestand wurde erreicht: {at}.</translation>
  </message>
  <message>
   <source>The four parts are marked [[happened]]…[[/]], [[apology]][[/]], [[options]]…[[/]] and [[next]]…[[/]]. The apology stays empty: it is written each time.</source>
   <translation>Die vier Teile sind mit [[happened]]…[[/]], [[apology]][[/]], [[options]]…[[/]] und [[next]]…[[/]] markiert. Die Entschuldigung bleibt leer: Sie wird jedes Mal neu geschrieben.</translation>
  </message>
  <message>
   <source>The four ticks</source>
   <translation>Die vier Häkchen</translation>
  </message>
  <message>
   <source>The goal is {goal}.</source>
   <translation>Das Ziel ist {goal}.</translation>
  </message>
  <message>
   <source>The incident is open.</source>
   <translation>Der Vorfall ist offen.</translation>
  </message>
  <message>
   <source>The incident stays open.</source>
   <translation>Der Vorfall bleibt offen.</translation>
  </message>
  <message>
   <source>The inventory cannot be opened.</source>
   <translation>Der Bestand lässt sich nicht öffnen.</translation>
  </message>
  <message>
   <source>The inventory cannot be written to: the file or its folder is read-only.</source>
   <translation>In den Bestand kann nicht geschrieben werden: Die Datei oder ihr Ordner ist schreibgeschützt.</translation>
  </message>
  <message>
   <source>The inventory is damaged.</source>
   <translation>Der Bestand ist beschädigt.</translation>
  </message>
  <message>
   <source>The inventory is in use by something else.</source>
   <translation>Etwas anderes verwendet den Bestand gerade.</translation>
  </message>
  <message>
   <source>The inventory is not where it was: {path}</source>
   <translation>Der Bestand ist nicht, wo er war: {path}</translation>
  </message>
  <message>
   <source>The inventory must not lie in a folder of {cloud}: {folder}</source>
   <translation>Der Bestand darf nicht in einem Ordner von {cloud} liegen: {folder}</translation>
  </message>
  <message>
   <source>The inventory must not lie on a network drive: {folder}</source>
   <translation>Der Bestand darf nicht auf einem Netzlaufwerk liegen: {folder}</translation>
  </message>
  <message>
   <source>The key could not be kept: {reason}</source>
   <translation>Der Schlüssel ließ sich nicht aufbewahren: {reason}</translation>
  </message>
  <message>
   <source>The key could not be removed: {reason}</source>
   <translation>Der Schlüssel ließ sich nicht entfernen: {reason}</translation>
  </message>
  <message>
   <source>The key may only read, and Plimsoll must be able to write stock.</source>
   <translation>Der Schlüssel darf nur lesen, und Plimsoll muss den Bestand schreiben können.</translation>
  </message>
  <message>
   <source>The key of this shop is not on this computer.</source>
   <translation>Der Schlüssel dieses Shops ist nicht auf diesem Computer.</translation>
  </message>
  <message>
   <source>The key to this shop’s sign-in is not on this computer.</source>
   <translation>Der Schlüssel für die Anmeldung dieses Shops ist nicht auf diesem Computer.</translation>
  </message>
  <message>
   <source>The larger of the two counts.</source>
   <translation>Es gilt der größere der beiden Werte.</translation>
  </message>
  <message>
   <source>The last 60 days, unless an app has a special permission. Plimsoll needs no more.</source>
   <translation>Die letzten 60 Tage, außer die App hat eine besondere Berechtigung. Mehr braucht Plimsoll nicht.</translation>
  </message>
  <message>
   <source>The last decision is taken back.</source>
   <translation>Die letzte Entscheidung ist zurückgenommen.</translation>
  </message>
  <message>
   <source>The last one was on {date}, closed in {duration}.</source>
   <translation>Der letzte war am {date}, Dauer {duration}.</translation>
  </message>
  <message>
   <source>The last order in it is {number}, {at}.</source>
   <translation>Die letzte Bestellung darin ist {number}, {at}.</translation>
  </message>
  <message>
   <source>The last piece</source>
   <translation>Das letzte Stück</translation>
  </message>
  <message>
   <source>The last pieces</source>
   <translation>Die letzten Stücke</translation>
  </message>
  <message>
   <source>The last pieces go by what each channel sells</source>
   <translation>Die letzten Stücke gehen nach dem, was jeder Kanal verkauft</translation>
  </message>
  <message>
   <source>The ledger shows the sale. Cancel the order in the shop afterwards.</source>
   <translation>Das Journal zeigt den Verkauf. Stornieren Sie die Bestellung danach im Shop.</translation>
  </message>
  <message>
   <source>The ledger shows the sale. If it does not, that program keeps its orders elsewhere: enter them here.</source>
   <translation>Das Journal zeigt den Verkauf. Wenn nicht, führt das Programm seine Bestellungen woanders: Tragen Sie sie hier ein.</translation>
  </message>
  <message>
   <source>The ledger: every receipt, sale, return and correction, in order</source>
   <translation>Das Journal: jeder Zugang, Verkauf, jede Rückgabe und Korrektur, der Reihe nach</translation>
  </message>
  <message numerus="yes">
   <source>The levels of {n} products are not the sums of their ledger rows: {skus}</source>
   <extracomment>{n} product’s level is not the sum of its ledger rows: {skus}</extracomment>
   <translation>
    <numerusform>Der Bestand von {n} Produkt ist nicht die Summe seiner Buchungen im Journal: {skus}</numerusform>
    <numerusform>Die Bestände von {n} Produkten sind nicht die Summen ihrer Buchungen im Journal: {skus}</numerusform>
   </translation>
  </message>
  <message>
   <source>The limit is {share}, {window}.</source>
   <translation>Grenze: {share}, {window}.</translation>
  </message>
  <message>
   <source>The limit is {share}. {source}</source>
   <translation>Die Grenze ist {share}. {source}</translation>
  </message>
  <message>
   <source>The linked location</source>
   <translation>Der verknüpfte Standort</translation>
  </message>
  <message>
   <source>The linked location is closed or gone. Choose another in the shop’s settings.</source>
   <translation>Der verknüpfte Standort ist geschlossen oder weg. Wählen Sie in den Einstellungen des Shops einen anderen.</translation>
  </message>
  <message>
   <source>The list needs the columns SKU and Counted.</source>
   <translation>Die Liste braucht die Spalten SKU und Counted.</translation>
  </message>
  <message>
   <source>The listing is no longer there</source>
   <translation>Das Angebot ist nicht mehr da</translation>
  </message>
  <message numerus="yes">
   <source>The longest calm was {n} days</source>
   <extracomment>The longest calm was {n} day</extracomment>
   <translation>
    <numerusform>Längste Ruhe: {n} Tag</numerusform>
    <numerusform>Längste Ruhe: {n} Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>The mail server needs a host, a port, and two mail addresses.</source>
   <translation>Der Mailserver braucht einen Host, einen Port und zwei Mailadressen.</translation>
  </message>
  <message>
   <source>The master</source>
   <translation>Die Bestandsführung</translation>
  </message>
  <message>
   <source>The master: writes stock</source>
   <translation>Bestandsführung: schreibt den Bestand</translation>
  </message>
  <message>
   <source>The most that a channel may sell before Plimsoll hears of it. It rises when a higher number is sent, and falls when a sale becomes known or a lower number is confirmed.</source>
   <translation>So viel darf ein Kanal höchstens verkaufen, bevor Plimsoll davon erfährt. Es steigt, wenn eine höhere Zahl gesendet wird, und fällt, wenn ein Verkauf bekannt oder eine niedrigere Zahl bestätigt wird.</translation>
  </message>
  <message>
   <source>The name before .myshopify.com, or the address of your Shopify admin.</source>
   <translation>Der Name vor .myshopify.com oder die Adresse Ihres Shopify-Adminbereichs.</translation>
  </message>
  <message numerus="yes">
   <source>The newest backup has {n}, of {at}.</source>
   <extracomment>The newest backup has {n}, of {at}.</extracomment>
   <translation>
    <numerusform>Die neueste Sicherung hat {n}, von {at}.</numerusform>
    <numerusform>Die neueste Sicherung hat {n}, von {at}.</numerusform>
   </translation>
  </message>
  <message>
   <source>The newest rows may be missing.</source>
   <translation>Die neuesten Buchungen können fehlen.</translation>
  </message>
  <message>
   <source>The newest {n} rows, more below</source>
   <translation>Die neuesten {n} Buchungen, mehr darunter</translation>
  </message>
  <message>
   <source>The next batch has no confirmed date.</source>
   <translation>Die nächste Charge hat kein bestätigtes Datum.</translation>
  </message>
  <message>
   <source>The next list of Planning</source>
   <translation>Nächste Liste der Planung</translation>
  </message>
  <message>
   <source>The next scan counts {times} times.</source>
   <translation>Der nächste Scan zählt {times}-fach.</translation>
  </message>
  <message>
   <source>The oldest leaves the window {at}.</source>
   <translation>Die älteste fällt aus dem Zeitraum: {at}.</translation>
  </message>
  <message>
   <source>The oldest number that waits is {age} old.</source>
   <translation>Die älteste wartende Zahl wartet {age}.</translation>
  </message>
  <message>
   <source>The online shop’s checkout</source>
   <translation>Der Checkout des Onlineshops</translation>
  </message>
  <message>
   <source>The options, with dates</source>
   <translation>Die Möglichkeiten, mit Daten</translation>
  </message>
  <message>
   <source>The order changed meanwhile.</source>
   <translation>Die Bestellung hat sich inzwischen geändert.</translation>
  </message>
  <message>
   <source>The order changed while Plimsoll read it.</source>
   <translation>Die Bestellung änderte sich, während Plimsoll sie las.</translation>
  </message>
  <message>
   <source>The order does not show it. Look at the order in the shop, and ask again if it is still needed.</source>
   <translation>Die Bestellung zeigt es nicht. Sehen Sie sie im Shop an, und verlangen Sie es neu, wenn es noch nötig ist.</translation>
  </message>
  <message>
   <source>The order of truth</source>
   <translation>Die Rangfolge der Wahrheit</translation>
  </message>
  <message>
   <source>The order was cancelled.</source>
   <translation>Die Bestellung wurde storniert.</translation>
  </message>
  <message>
   <source>The order was not cancelled.</source>
   <translation>Die Bestellung wurde nicht storniert.</translation>
  </message>
  <message>
   <source>The orders were {time} apart, sooner than a number can travel.</source>
   <translation>Zwischen den Bestellungen lagen {time}, weniger als eine Zahl unterwegs ist.</translation>
  </message>
  <message>
   <source>The pack {sku}</source>
   <translation>Die Packung {sku}</translation>
  </message>
  <message>
   <source>The page does not state the window: type the days that your Seller Center shows.</source>
   <translation>Die Seite nennt den Zeitraum nicht: Geben Sie die Tage ein, die Ihr Seller Center zeigt.</translation>
  </message>
  <message>
   <source>The page of {source}</source>
   <translation>Die Seite von {source}</translation>
  </message>
  <message>
   <source>The pieces leave your stock at once, and every other channel is told.</source>
   <translation>Die Stücke verlassen sofort Ihren Bestand, und jeder andere Kanal erfährt es.</translation>
  </message>
  <message>
   <source>The pieces were refunded.</source>
   <translation>Die Stücke wurden erstattet.</translation>
  </message>
  <message>
   <source>The place where Plimsoll stopped reading this shop’s orders is damaged.</source>
   <translation>Die Stelle, bis zu der Plimsoll die Bestellungen dieses Shops gelesen hat, ist beschädigt.</translation>
  </message>
  <message>
   <source>The price is noted.</source>
   <translation>Der Preis ist notiert.</translation>
  </message>
  <message>
   <source>The printer takes nothing.</source>
   <translation>Der Drucker nimmt nichts an.</translation>
  </message>
  <message>
   <source>The product that you choose is shown here in full.</source>
   <translation>Das gewählte Produkt erscheint hier vollständig.</translation>
  </message>
  <message>
   <source>The product’s page</source>
   <translation>Die Seite des Produkts</translation>
  </message>
  <message>
   <source>The reason stands in the incident and in its report.</source>
   <translation>Der Grund steht im Vorfall und in seinem Bericht.</translation>
  </message>
  <message>
   <source>The records of that time do not say what the channels were told.</source>
   <translation>Die Aufzeichnungen dieser Zeit sagen nicht, was den Kanälen gesendet wurde.</translation>
  </message>
  <message>
   <source>The rehearsal broke off. Your stock and your channels were not touched.</source>
   <translation>Der Probelauf brach ab. Ihr Bestand und Ihre Kanäle wurden nicht berührt.</translation>
  </message>
  <message>
   <source>The rehearsal was stopped.</source>
   <translation>Der Probelauf wurde angehalten.</translation>
  </message>
  <message>
   <source>The relay cannot answer now ({status}).</source>
   <translation>Das Relay kann gerade nicht antworten ({status}).</translation>
  </message>
  <message>
   <source>The relay cannot be reached.</source>
   <translation>Das Relay ist nicht erreichbar.</translation>
  </message>
  <message>
   <source>The relay did not answer in time.</source>
   <translation>Das Relay hat zu lange nicht geantwortet.</translation>
  </message>
  <message>
   <source>The relay does not know this code.</source>
   <translation>Das Relay kennt diesen Code nicht.</translation>
  </message>
  <message>
   <source>The relay does not know this computer.</source>
   <translation>Das Relay kennt diesen Computer nicht.</translation>
  </message>
  <message>
   <source>The relay does not know this computer. Unpair it and pair it again.</source>
   <translation>Das Relay kennt diesen Computer nicht. Entkoppeln Sie es und koppeln Sie es neu.</translation>
  </message>
  <message>
   <source>The relay has lost its address. Set it up again.</source>
   <translation>Das Relay hat seine Adresse verloren. Richten Sie es neu ein.</translation>
  </message>
  <message>
   <source>The relay keeps the messages of sales meanwhile, so they are booked quickly when Plimsoll starts again. It lowers no number while you are away.</source>
   <translation>Das Relay bewahrt die Meldungen der Verkäufe auf, sodass sie schnell gebucht sind, wenn Plimsoll wieder startet. Es senkt keine Zahl, während Sie weg sind.</translation>
  </message>
  <message numerus="yes">
   <source>The relay kept {n} messages.</source>
   <extracomment>The relay kept {n} message.</extracomment>
   <translation>
    <numerusform>Das Relay hat {n} Nachricht aufbewahrt.</numerusform>
    <numerusform>Das Relay hat {n} Nachrichten aufbewahrt.</numerusform>
   </translation>
  </message>
  <message>
   <source>The relay refused the request ({status}).</source>
   <translation>Das Relay hat die Anfrage abgelehnt ({status}).</translation>
  </message>
  <message>
   <source>The relay was lent the secret and refuses forgeries itself. Whoever runs it can read the secret.</source>
   <translation>Das Geheimnis ist dem Relay geliehen, und es weist Fälschungen selbst ab. Wer es betreibt, kann das Geheimnis lesen.</translation>
  </message>
  <message>
   <source>The relay’s address leads to another place, so nothing was sent on.</source>
   <translation>Die Adresse des Relays führt an einen anderen Ort, deshalb wurde nichts weitergesendet.</translation>
  </message>
  <message>
   <source>The relay’s answer was far too large, and Plimsoll stopped reading it.</source>
   <translation>Die Antwort des Relays war viel zu groß. Plimsoll las sie nicht weiter.</translation>
  </message>
  <message>
   <source>The report</source>
   <translation>Der Bericht</translation>
  </message>
  <message>
   <source>The report could not be written there.</source>
   <translation>Der Bericht konnte dort nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>The rolling month</source>
   <translation>Rollender Monat</translation>
  </message>
  <message>
   <source>The root cause is still open.</source>
   <translation>Die Grundursache ist noch offen.</translation>
  </message>
  <message>
   <source>The rule</source>
   <translation>Die Regel</translation>
  </message>
  <message>
   <source>The safe answer</source>
   <translation>Die sichere Antwort</translation>
  </message>
  <message>
   <source>The sales get that day’s date.</source>
   <translation>Die Verkäufe erhalten dieses Datum.</translation>
  </message>
  <message>
   <source>The same buyers at the same moments. A buyer who sees too few leaves.</source>
   <translation>Dieselben Käufer zu denselben Zeiten. Wer zu wenig sieht, geht.</translation>
  </message>
  <message>
   <source>The same code counts once within, ms</source>
   <translation>Derselbe Code zählt einmal binnen, ms</translation>
  </message>
  <message>
   <source>The same scan came twice at once: counted once.</source>
   <translation>Derselbe Scan kam zweimal zugleich: einmal gezählt.</translation>
  </message>
  <message>
   <source>The same scan came twice at once: it counts once.</source>
   <translation>Derselbe Scan kam zweimal zugleich: Er zählt einmal.</translation>
  </message>
  <message>
   <source>The same scan came twice, and counts once.</source>
   <translation>Derselbe Scan kam zweimal und zählt einmal.</translation>
  </message>
  <message numerus="yes">
   <source>The same text as for {n} others</source>
   <extracomment>The same text as for {n} other</extracomment>
   <translation>
    <numerusform>Derselbe Text wie für {n} andere Person</numerusform>
    <numerusform>Derselbe Text wie für {n} andere</numerusform>
   </translation>
  </message>
  <message>
   <source>The season review is due.</source>
   <translation>Die Saisonprüfung ist fällig.</translation>
  </message>
  <message>
   <source>The secret is missing. Copy it from the channel, as in the steps above.</source>
   <translation>Das Geheimnis fehlt. Kopieren Sie es vom Kanal, wie in den Schritten oben.</translation>
  </message>
  <message>
   <source>The secret stays on this computer. Lent to the relay, it lets it refuse floods of forgeries.</source>
   <translation>Das Geheimnis bleibt auf diesem Computer. Dem Relay geliehen, kann es Fluten von Fälschungen abweisen.</translation>
  </message>
  <message>
   <source>The seller</source>
   <translation>Sie</translation>
  </message>
  <message>
   <source>The seller has not confirmed a cause yet.</source>
   <translation>Sie haben noch keine Ursache bestätigt.</translation>
  </message>
  <message>
   <source>The seller is asked</source>
   <translation>Sie werden gefragt</translation>
  </message>
  <message>
   <source>The seller says: {cause} ({date}).</source>
   <translation>Sie sagen: {cause} ({date}).</translation>
  </message>
  <message>
   <source>The shop already shows every number that Plimsoll would send.</source>
   <translation>Der Shop zeigt schon jede Zahl, die Plimsoll senden würde.</translation>
  </message>
  <message>
   <source>The shop asked us to wait: too many requests.</source>
   <translation>Der Shop bittet uns zu warten: zu viele Anfragen.</translation>
  </message>
  <message>
   <source>The shop cannot be reached.</source>
   <translation>Der Shop ist nicht erreichbar.</translation>
  </message>
  <message>
   <source>The shop did not accept the key.</source>
   <translation>Der Shop hat den Schlüssel nicht akzeptiert.</translation>
  </message>
  <message>
   <source>The shop did not answer in time.</source>
   <translation>Der Shop hat zu lange nicht geantwortet.</translation>
  </message>
  <message>
   <source>The shop did not change the listing, although it said yes.</source>
   <translation>Der Shop hat das Angebot nicht geändert, obwohl er zugestimmt hat.</translation>
  </message>
  <message>
   <source>The shop did not say whether it took the number.</source>
   <translation>Der Shop sagte nicht, ob er die Zahl annahm.</translation>
  </message>
  <message>
   <source>The shop does not accept the secret of this key.</source>
   <translation>Der Shop akzeptiert das Geheimnis dieses Schlüssels nicht.</translation>
  </message>
  <message>
   <source>The shop does not answer.</source>
   <translation>Der Shop antwortet nicht.</translation>
  </message>
  <message>
   <source>The shop does not count it: nothing is sent, but its sales can count</source>
   <translation>Der Shop zählt es nicht: Nichts wird gesendet, aber Verkäufe können zählen</translation>
  </message>
  <message>
   <source>The shop does not count its stock</source>
   <translation>Der Shop zählt seinen Bestand nicht</translation>
  </message>
  <message>
   <source>The shop does not know this key, or the key does not reach it. Copy the consumer key again; if it is right, your host’s set-up keeps keys from WooCommerce.</source>
   <translation>Der Shop kennt diesen Schlüssel nicht, oder der Schlüssel erreicht ihn nicht. Kopieren Sie den Consumer Key noch einmal; stimmt er, hält die Einrichtung Ihres Hosters Schlüssel von WooCommerce fern.</translation>
  </message>
  <message>
   <source>The shop does not know this key.</source>
   <translation>Der Shop kennt diesen Schlüssel nicht.</translation>
  </message>
  <message>
   <source>The shop gave an answer that Plimsoll does not understand.</source>
   <translation>Der Shop gab eine Antwort, die Plimsoll nicht versteht.</translation>
  </message>
  <message>
   <source>The shop has a fault of its own ({status}).</source>
   <translation>Der Shop hat selbst eine Störung ({status}).</translation>
  </message>
  <message>
   <source>The shop has a fault of its own.</source>
   <translation>Der Shop hat selbst eine Störung.</translation>
  </message>
  <message>
   <source>The shop has no such order.</source>
   <translation>Der Shop hat keine solche Bestellung.</translation>
  </message>
  <message>
   <source>The shop has only one listing of it.</source>
   <translation>Der Shop hat nur ein Angebot davon.</translation>
  </message>
  <message>
   <source>The shop is on vacation: buyers see nothing of what Plimsoll sends.</source>
   <translation>Der Shop ist im Urlaubsmodus: Käufer sehen nichts von dem, was Plimsoll sendet.</translation>
  </message>
  <message>
   <source>The shop keeps a mark that says which Plimsoll sends. It is seen by every computer that uses the same app of yours: so use one app for all of them.</source>
   <translation>Der Shop hält fest, welches Plimsoll sendet. Jeder Computer sieht das, der dieselbe App von Ihnen verwendet: Verwenden Sie also für alle eine App.</translation>
  </message>
  <message>
   <source>The shop no longer has this listing.</source>
   <translation>Der Shop hat dieses Angebot nicht mehr.</translation>
  </message>
  <message>
   <source>The shop no longer has this order.</source>
   <translation>Der Shop hat diese Bestellung nicht mehr.</translation>
  </message>
  <message>
   <source>The shop of this order is no longer connected.</source>
   <translation>Der Shop dieser Bestellung ist nicht mehr verbunden.</translation>
  </message>
  <message>
   <source>The shop refused the request.</source>
   <translation>Der Shop hat die Anfrage abgelehnt.</translation>
  </message>
  <message>
   <source>The shop’s address leads to another place: {place}</source>
   <translation>Die Adresse des Shops führt an einen anderen Ort: {place}</translation>
  </message>
  <message>
   <source>The shop’s answer was damaged on the way.</source>
   <translation>Die Antwort des Shops kam beschädigt an.</translation>
  </message>
  <message>
   <source>The shop’s answer was far too large, and Plimsoll stopped reading it.</source>
   <translation>Die Antwort des Shops war viel zu groß. Plimsoll las sie nicht weiter.</translation>
  </message>
  <message>
   <source>The shop’s certificate does not prove that it is your shop, so nothing was sent.</source>
   <translation>Das Zertifikat beweist nicht, dass es Ihr Shop ist, deshalb wurde nichts gesendet.</translation>
  </message>
  <message>
   <source>The shop’s host did not let the request through.</source>
   <translation>Der Hoster des Shops ließ die Anfrage nicht durch.</translation>
  </message>
  <message>
   <source>The shop’s own checkout</source>
   <translation>Die Kasse des Shops selbst</translation>
  </message>
  <message>
   <source>The sign-in of {shop} does not end.</source>
   <translation>Die Anmeldung bei {shop} endet nicht.</translation>
  </message>
  <message>
   <source>The sign-in of {shop} holds until {date}.</source>
   <translation>Die Anmeldung bei {shop} gilt bis {date}.</translation>
  </message>
  <message>
   <source>The sign-in to {shop} ended on {day}. Sign in again.</source>
   <translation>Die Anmeldung bei {shop} endete am {day}. Melden Sie sich neu an.</translation>
  </message>
  <message>
   <source>The sign-in was not allowed.</source>
   <translation>Die Anmeldung wurde nicht erlaubt.</translation>
  </message>
  <message>
   <source>The site asks for a password of its own before the shop can be reached.</source>
   <translation>Die Website verlangt ein eigenes Passwort, bevor der Shop erreichbar ist.</translation>
  </message>
  <message>
   <source>The system’s keyring does not answer.</source>
   <translation>Der Schlüsselbund des Systems antwortet nicht.</translation>
  </message>
  <message>
   <source>The system’s keyring does not keep what it is given.</source>
   <translation>Der Schlüsselbund des Systems behält nicht, was er bekommt.</translation>
  </message>
  <message>
   <source>The term 'Etsy' is a trademark of Etsy, Inc. This application uses the Etsy API but is not endorsed or certified by Etsy, Inc.</source>
   <translation>The term 'Etsy' is a trademark of Etsy, Inc. This application uses the Etsy API but is not endorsed or certified by Etsy, Inc.</translation>
  </message>
  <message>
   <source>The test has not come back yet. Plimsoll goes on listening for it.</source>
   <translation>Der Test ist noch nicht zurück. Plimsoll lauscht weiter darauf.</translation>
  </message>
  <message>
   <source>The tolerance holds for counts that begin from now on, the scanner’s settings at once.</source>
   <translation>Die Toleranz gilt für Zählungen, die ab jetzt beginnen, die Einstellungen des Scanners sofort.</translation>
  </message>
  <message>
   <source>The two differ.</source>
   <translation>Beide unterscheiden sich.</translation>
  </message>
  <message>
   <source>The user of this key may not do this in the shop.</source>
   <translation>Der Benutzer dieses Schlüssels darf das im Shop nicht.</translation>
  </message>
  <message>
   <source>The vault key in the keyring is damaged.</source>
   <translation>Der Tresorschlüssel im Schlüsselbund ist beschädigt.</translation>
  </message>
  <message>
   <source>The weekly top 20</source>
   <translation>Top 20 der Woche</translation>
  </message>
  <message>
   <source>Their answer</source>
   <translation>Die Antwort</translation>
  </message>
  <message>
   <source>Theirs</source>
   <translation>Fremde</translation>
  </message>
  <message>
   <source>Theirs taken</source>
   <translation>Fremde übernommen</translation>
  </message>
  <message>
   <source>Theirs taken by you</source>
   <translation>Fremde von Ihnen übernommen</translation>
  </message>
  <message>
   <source>Theirs taken, as you chose</source>
   <translation>Fremde übernommen, wie gewählt</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Farbschema</translation>
  </message>
  <message>
   <source>Then it begins.</source>
   <translation>Dann beginnt es.</translation>
  </message>
  <message>
   <source>There</source>
   <translation>Da</translation>
  </message>
  <message>
   <source>There is enough for the plan.</source>
   <translation>Für den Plan ist genug da.</translation>
  </message>
  <message>
   <source>There is no Shopify shop at this address.</source>
   <translation>Unter dieser Adresse gibt es keinen Shopify-Shop.</translation>
  </message>
  <message>
   <source>There is no WooCommerce shop at {address}. Type the address of the shop’s front page.</source>
   <translation>Unter {address} gibt es keinen WooCommerce-Shop. Geben Sie die Adresse der Startseite des Shops ein.</translation>
  </message>
  <message>
   <source>There is no backup in your folders.</source>
   <translation>In Ihren Ordnern ist keine Sicherung.</translation>
  </message>
  <message>
   <source>There is no place to send it to.</source>
   <translation>Es gibt keinen Ort, an den er gehen könnte.</translation>
  </message>
  <message>
   <source>There is no secret to lend yet.</source>
   <translation>Es gibt noch kein Geheimnis zu verleihen.</translation>
  </message>
  <message>
   <source>There is nothing of this kind to count.</source>
   <translation>Von dieser Art ist nichts zu zählen.</translation>
  </message>
  <message>
   <source>There is nothing to compare: no listing is linked to a product with a number.</source>
   <translation>Es gibt nichts zu vergleichen: Kein Angebot ist mit einem Produkt verknüpft, das eine Zahl hat.</translation>
  </message>
  <message>
   <source>There is nothing to join it with.</source>
   <translation>Es gibt nichts zum Zusammenlegen.</translation>
  </message>
  <message>
   <source>There is nothing to label. Labels are written for products that no scanner knows.</source>
   <translation>Nichts zu etikettieren. Etiketten gibt es für Produkte, die kein Scanner kennt.</translation>
  </message>
  <message>
   <source>There is nothing to look at here.</source>
   <translation>Hier gibt es nichts anzusehen.</translation>
  </message>
  <message>
   <source>There is nothing to rehearse yet.</source>
   <translation>Es gibt noch nichts zu proben.</translation>
  </message>
  <message>
   <source>There is nothing to take back.</source>
   <translation>Es gibt nichts zurückzunehmen.</translation>
  </message>
  <message>
   <source>There were none.</source>
   <translation>Es gab keine.</translation>
  </message>
  <message>
   <source>These are {n} products</source>
   <translation>Das sind {n} Produkte</translation>
  </message>
  <message>
   <source>These hold already.</source>
   <translation>Diese gelten schon.</translation>
  </message>
  <message>
   <source>These keep the number they had, by a row that says so. Count them soon: {named}.</source>
   <translation>Diese behalten ihre Zahl, mit einer Buchung, die das sagt. Zählen Sie sie bald: {named}.</translation>
  </message>
  <message>
   <source>These three do not agree with the code shown. Scan it three times again.</source>
   <translation>Diese drei stimmen nicht mit dem gezeigten Code überein. Scannen Sie ihn noch dreimal.</translation>
  </message>
  <message>
   <source>They are gone from the text.</source>
   <translation>Sie fehlen im Text.</translation>
  </message>
  <message numerus="yes">
   <source>They are sent</source>
   <extracomment>It is sent</extracomment>
   <translation>
    <numerusform>Es wird versendet</numerusform>
    <numerusform>Sie werden versendet</numerusform>
   </translation>
  </message>
  <message>
   <source>They are set up.</source>
   <translation>Sie sind eingerichtet.</translation>
  </message>
  <message>
   <source>They are yours to set. Check them on the channel’s own page: what is published here ages.</source>
   <translation>Sie legen sie fest. Prüfen Sie sie auf der Seite des Kanals: Was hier steht, veraltet.</translation>
  </message>
  <message>
   <source>They hold no stock until they are paid, except at the checkout, for 60 minutes unless changed.</source>
   <translation>Sie binden bis zur Zahlung keinen Bestand, außer im Checkout, dort 60 Minuten, wenn nicht anders eingestellt.</translation>
  </message>
  <message>
   <source>They show what is available again.</source>
   <translation>Sie zeigen wieder, was verfügbar ist.</translation>
  </message>
  <message numerus="yes">
   <source>They stay here</source>
   <extracomment>It stays here</extracomment>
   <translation>
    <numerusform>Es bleibt hier</numerusform>
    <numerusform>Sie bleiben hier</numerusform>
   </translation>
  </message>
  <message>
   <source>They were all there already.</source>
   <translation>Sie waren alle schon da.</translation>
  </message>
  <message>
   <source>Thin: fewer than 60 days in stock.</source>
   <translation>Dünne Grundlage: weniger als 60 Tage mit Bestand.</translation>
  </message>
  <message>
   <source>Third order here.</source>
   <translation>Dritte Bestellung hier.</translation>
  </message>
  <message>
   <source>This address does not answer with https, so nothing was sent.</source>
   <translation>Diese Adresse antwortet nicht mit https, deshalb wurde nichts gesendet.</translation>
  </message>
  <message>
   <source>This address does not belong to the sign-in that Plimsoll began.</source>
   <translation>Diese Adresse gehört nicht zu der Anmeldung, die Plimsoll begonnen hat.</translation>
  </message>
  <message>
   <source>This address is not one of the relay’s.</source>
   <translation>Diese Adresse gehört nicht zum Relay.</translation>
  </message>
  <message>
   <source>This address leads to another one: {place}. Connect with that.</source>
   <translation>Diese Adresse führt zu einer anderen: {place}. Verbinden Sie mit dieser.</translation>
  </message>
  <message>
   <source>This app may not enter this shop: they belong to different organizations.</source>
   <translation>Diese App darf nicht in diesen Shop: Sie gehören zu verschiedenen Organisationen.</translation>
  </message>
  <message>
   <source>This cannot be undone.</source>
   <translation>Das ist endgültig.</translation>
  </message>
  <message>
   <source>This channel does not say how much it allows.</source>
   <translation>Dieser Kanal sagt nicht, wie viel er erlaubt.</translation>
  </message>
  <message>
   <source>This channel has no address at the relay yet.</source>
   <translation>Dieser Kanal hat noch keine Adresse beim Relay.</translation>
  </message>
  <message>
   <source>This channel has no caches of yours.</source>
   <translation>Dieser Kanal hat keine Caches von Ihnen.</translation>
  </message>
  <message>
   <source>This channel has no webhooks.</source>
   <translation>Dieser Kanal hat keine Webhooks.</translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>Dieser Computer</translation>
  </message>
  <message>
   <source>This computer did not let Plimsoll change what starts with it: {reason}</source>
   <translation>Dieser Computer ließ Plimsoll nicht ändern, was mit ihm startet: {reason}</translation>
  </message>
  <message>
   <source>This computer has no keyring. A passphrase seals your sign-in keys here, and you type it at each start. Nobody can tell it to you again: without it you connect your channels anew. Stock and history need none.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund. Ein Passwortsatz versiegelt Ihre Anmeldeschlüssel hier, und Sie geben ihn bei jedem Start ein. Niemand kann ihn Ihnen wieder nennen: Ohne ihn verbinden Sie Ihre Kanäle neu. Bestand und Verlauf brauchen keinen.</translation>
  </message>
  <message>
   <source>This computer has no keyring: keys are kept until you close Plimsoll, then you type them again.</source>
   <translation>Dieser Computer hat keinen Schlüsselbund: Schlüssel bleiben, bis Sie Plimsoll schließen. Danach geben Sie sie neu ein.</translation>
  </message>
  <message>
   <source>This computer opened no browser. Copy the address of the page, and open it in one.</source>
   <translation>Dieser Computer hat keinen Browser geöffnet. Kopieren Sie die Adresse der Seite, und öffnen Sie sie in einem.</translation>
  </message>
  <message>
   <source>This computer sends…</source>
   <translation>Dieser Computer sendet…</translation>
  </message>
  <message>
   <source>This date cannot be confirmed.</source>
   <translation>Dieses Datum lässt sich nicht bestätigen.</translation>
  </message>
  <message>
   <source>This file is damaged, or it is no spreadsheet.</source>
   <translation>Diese Datei ist beschädigt oder keine Tabelle.</translation>
  </message>
  <message>
   <source>This file is no spreadsheet.</source>
   <translation>Diese Datei ist keine Tabelle.</translation>
  </message>
  <message>
   <source>This file is not a Plimsoll inventory.</source>
   <translation>Diese Datei ist kein Plimsoll-Bestand.</translation>
  </message>
  <message>
   <source>This file is not in UTF-8: letters such as é would come out wrong.</source>
   <translation>Diese Datei ist nicht in UTF-8: Zeichen wie é kämen falsch heraus.</translation>
  </message>
  <message>
   <source>This inventory was made by a newer Plimsoll.</source>
   <translation>Dieser Bestand stammt von einem neueren Plimsoll.</translation>
  </message>
  <message>
   <source>This is a WordPress site, but WooCommerce is not switched on there.</source>
   <translation>Das ist eine WordPress-Website, aber WooCommerce ist dort nicht eingeschaltet.</translation>
  </message>
  <message>
   <source>This is a test. Alerts of Plimsoll reach you here.</source>
   <translation>Das ist ein Test. Hinweise von Plimsoll erreichen Sie hier.</translation>
  </message>
  <message>
   <source>This is missing.</source>
   <translation>Das fehlt.</translation>
  </message>
  <message>
   <source>This is my own production, in batches</source>
   <translation>Eigene Fertigung, in Chargen</translation>
  </message>
  <message>
   <source>This is no page of an Etsy shop.</source>
   <translation>Das ist keine Seite eines Etsy-Shops.</translation>
  </message>
  <message>
   <source>This is not the passphrase.</source>
   <translation>Das ist nicht der Passwortsatz.</translation>
  </message>
  <message>
   <source>This is not the secret that the channel shows.</source>
   <translation>Das ist nicht das Geheimnis, das der Kanal zeigt.</translation>
  </message>
  <message>
   <source>This is often a page of the shop’s host. Plimsoll tries again by itself.</source>
   <translation>Oft ist das eine Seite des Hosters. Plimsoll versucht es von selbst erneut.</translation>
  </message>
  <message>
   <source>This is the newest version.</source>
   <translation>Das ist die neueste Version.</translation>
  </message>
  <message>
   <source>This is the sample shop</source>
   <translation>Das ist der Beispielshop</translation>
  </message>
  <message>
   <source>This key may not read the shop’s settings, so Plimsoll could not look.</source>
   <translation>Dieser Schlüssel darf die Einstellungen des Shops nicht lesen, daher konnte Plimsoll nicht nachsehen.</translation>
  </message>
  <message>
   <source>This key may not read the shop’s settings. Look under WooCommerce &gt; Settings &gt; Products &gt; Inventory.</source>
   <translation>Dieser Schlüssel darf die Einstellungen des Shops nicht lesen. Sehen Sie unter WooCommerce &gt; Einstellungen &gt; Produkte &gt; Lagerbestand nach.</translation>
  </message>
  <message>
   <source>This key may only read. Make one with the permissions Read/Write, and copy both strings again.</source>
   <translation>Dieser Schlüssel darf nur lesen. Erstellen Sie einen mit „Lesen/Schreiben“, und kopieren Sie beide Zeichenfolgen neu.</translation>
  </message>
  <message>
   <source>This listing is just being written.</source>
   <translation>Dieses Angebot wird gerade geschrieben.</translation>
  </message>
  <message>
   <source>This listing is no longer in the shop.</source>
   <translation>Dieses Angebot ist nicht mehr im Shop.</translation>
  </message>
  <message>
   <source>This name has {n} characters. {most} is the most.</source>
   <translation>Dieser Name hat {n} Zeichen. {most} sind das Höchste.</translation>
  </message>
  <message>
   <source>This one</source>
   <translation>Dieses</translation>
  </message>
  <message>
   <source>This order has ended in its shop.</source>
   <translation>Diese Bestellung ist in ihrem Shop beendet.</translation>
  </message>
  <message>
   <source>This order has no page to open.</source>
   <translation>Zu dieser Bestellung gibt es keine Seite.</translation>
  </message>
  <message>
   <source>This page belongs to an older attempt. Go back to Plimsoll.</source>
   <translation>Diese Seite gehört zu einem älteren Versuch. Gehen Sie zurück zu Plimsoll.</translation>
  </message>
  <message>
   <source>This passphrase is too short.</source>
   <translation>Dieser Passwortsatz ist zu kurz.</translation>
  </message>
  <message>
   <source>This place is kept by hand.</source>
   <translation>Dieser Ort wird von Hand geführt.</translation>
  </message>
  <message>
   <source>This place of it stands in the list twice.</source>
   <translation>Dieser Platz davon steht zweimal in der Liste.</translation>
  </message>
  <message>
   <source>This place was added {at}. What it sold before is not counted.</source>
   <translation>Dieser Ort kam {at} hinzu. Frühere Verkäufe zählen nicht.</translation>
  </message>
  <message>
   <source>This place was removed.</source>
   <translation>Dieser Ort wurde entfernt.</translation>
  </message>
  <message>
   <source>This product is no longer here.</source>
   <translation>Dieses Produkt ist nicht mehr hier.</translation>
  </message>
  <message>
   <source>This product is posted already.</source>
   <translation>Dieses Produkt ist schon gebucht.</translation>
  </message>
  <message>
   <source>This scan was matched already.</source>
   <translation>Dieser Scan wurde schon zugeordnet.</translation>
  </message>
  <message>
   <source>This session only: no keyring answers on this computer. After the next start you sign in to your channels again.</source>
   <translation>Nur diese Sitzung: Auf diesem Computer antwortet kein Schlüsselbund. Nach dem nächsten Start melden Sie sich erneut bei Ihren Kanälen an.</translation>
  </message>
  <message>
   <source>This sheet belongs to a count that is over.</source>
   <translation>Diese Liste gehört zu einer beendeten Zählung.</translation>
  </message>
  <message>
   <source>This sheet has more than {most} columns.</source>
   <translation>Diese Tabelle hat mehr als {most} Spalten.</translation>
  </message>
  <message>
   <source>This sheet has more than {most} rows.</source>
   <translation>Diese Tabelle hat mehr als {most} Zeilen.</translation>
  </message>
  <message>
   <source>This sheet is empty.</source>
   <translation>Diese Tabelle ist leer.</translation>
  </message>
  <message>
   <source>This shelf is still being counted.</source>
   <translation>Dieses Regal wird noch gezählt.</translation>
  </message>
  <message>
   <source>This shop does not take keys while its permalinks are plain. Open Settings &gt; Permalinks in WordPress, choose Post name, save, and try again.</source>
   <translation>Dieser Shop nimmt keine Schlüssel an, solange die Permalinks einfach sind. Öffnen Sie in WordPress Einstellungen &gt; Permalinks, wählen Sie „Beitragsname“, speichern Sie, und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>This shop has more listings than Etsy tells of.</source>
   <translation>Dieser Shop hat mehr Angebote, als Etsy nennt.</translation>
  </message>
  <message>
   <source>This system does not say when it sleeps or shuts down, so nothing can be prepared just then.</source>
   <translation>Dieses System sagt nicht, wann es ruht oder herunterfährt; dann lässt sich nichts vorbereiten.</translation>
  </message>
  <message>
   <source>This system tells Plimsoll before it shuts down, not before it sleeps: prepare before you close it.</source>
   <translation>Dieses System meldet Plimsoll das Herunterfahren, nicht den Ruhezustand: Bereiten Sie vor dem Zuklappen vor.</translation>
  </message>
  <message numerus="yes">
   <source>This system waits about {n} seconds for Plimsoll before it sleeps.</source>
   <extracomment>This system waits about {n} second for Plimsoll before it sleeps.</extracomment>
   <translation>
    <numerusform>Dieses System wartet etwa {n} Sekunde auf Plimsoll, bevor es ruht.</numerusform>
    <numerusform>Dieses System wartet etwa {n} Sekunden auf Plimsoll, bevor es ruht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>This system waits up to {n} seconds for Plimsoll before it sleeps or shuts down.</source>
   <extracomment>This system waits up to {n} second for Plimsoll before it sleeps or shuts down.</extracomment>
   <translation>
    <numerusform>Dieses System wartet bis zu {n} Sekunde auf Plimsoll, bevor es ruht oder herunterfährt.</numerusform>
    <numerusform>Dieses System wartet bis zu {n} Sekunden auf Plimsoll, bevor es ruht oder herunterfährt.</numerusform>
   </translation>
  </message>
  <message>
   <source>This template cannot be used: {why}</source>
   <translation>Diese Vorlage ist nicht verwendbar: {why}</translation>
  </message>
  <message>
   <source>This tests Plimsoll and the limits that are known of each channel. It does not test your shop’s server, which may slow down under a rush of its own.</source>
   <translation>Das prüft Plimsoll und die bekannten Grenzen jedes Kanals. Es prüft nicht den Server Ihres Shops, der bei einem Ansturm selbst langsam werden kann.</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>Diese Woche</translation>
  </message>
  <message>
   <source>This workbook has a password.</source>
   <translation>Diese Arbeitsmappe hat ein Passwort.</translation>
  </message>
  <message>
   <source>This workbook has no sheet.</source>
   <translation>Diese Arbeitsmappe hat kein Blatt.</translation>
  </message>
  <message>
   <source>This workbook is too large.</source>
   <translation>Diese Arbeitsmappe ist zu groß.</translation>
  </message>
  <message>
   <source>Throw it away</source>
   <translation>Wegwerfen</translation>
  </message>
  <message>
   <source>Throw the sample shop away</source>
   <translation>Beispielshop wegwerfen</translation>
  </message>
  <message>
   <source>Throw the sample shop away?</source>
   <translation>Beispielshop wegwerfen?</translation>
  </message>
  <message>
   <source>Tick</source>
   <translation>Häkchen</translation>
  </message>
  <message>
   <source>Tick a channel first</source>
   <translation>Haken Sie erst einen Kanal an</translation>
  </message>
  <message>
   <source>Tick order.paid, order.canceled, order.shipped and order.delivered, then choose Create.</source>
   <translation>Haken Sie order.paid, order.canceled, order.shipped und order.delivered an, und wählen Sie „Create“.</translation>
  </message>
  <message>
   <source>Tick: {what}</source>
   <translation>Abhaken: {what}</translation>
  </message>
  <message>
   <source>Ticked by the seller</source>
   <translation>Von Ihnen abgehakt</translation>
  </message>
  <message>
   <source>Ticked by you</source>
   <translation>Von Ihnen abgehakt</translation>
  </message>
  <message>
   <source>Ticked. {title}, {sku}. {what}.</source>
   <translation>Angehakt. {title}, {sku}. {what}.</translation>
  </message>
  <message>
   <source>Ticked. {title}, {sku}. {words}.</source>
   <translation>Angehakt. {title}, {sku}. {words}.</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Time for 100</source>
   <translation>Zeit für 100</translation>
  </message>
  <message>
   <source>Time of the daily summary</source>
   <translation>Zeit der täglichen Zusammenfassung</translation>
  </message>
  <message>
   <source>Time to reorder</source>
   <translation>Zeit nachzubestellen</translation>
  </message>
  <message>
   <source>Time to write</source>
   <translation>Zeit zum Schreiben</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Zeitverlauf</translation>
  </message>
  <message>
   <source>Timeline as a table</source>
   <translation>Zeitverlauf als Tabelle</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>To be answered</source>
   <translation>Zu beantworten</translation>
  </message>
  <message>
   <source>To be reviewed</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>To begin</source>
   <translation>Zu beginnen</translation>
  </message>
  <message>
   <source>To cancel by hand: {words} Checked on {date}.</source>
   <translation>Von Hand stornieren: {words} Stand {date}.</translation>
  </message>
  <message>
   <source>To change</source>
   <translation>Zu ändern</translation>
  </message>
  <message>
   <source>To change by hand</source>
   <translation>Von Hand zu ändern</translation>
  </message>
  <message>
   <source>To count it again, choose that in the review.</source>
   <translation>Um es neu zu zählen, wählen Sie das in der Durchsicht.</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>Zu tun</translation>
  </message>
  <message>
   <source>To end</source>
   <translation>Zu beenden</translation>
  </message>
  <message>
   <source>To order</source>
   <translation>Zu bestellen</translation>
  </message>
  <message>
   <source>To reorder</source>
   <translation>Nachzubestellen</translation>
  </message>
  <message>
   <source>To the scan line</source>
   <translation>Zum Scanfeld</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Today {time}</source>
   <translation>Heute {time}</translation>
  </message>
  <message>
   <source>Told at once.</source>
   <translation>Sofort gemeldet.</translation>
  </message>
  <message>
   <source>Told in</source>
   <translation>Gesendet nach</translation>
  </message>
  <message>
   <source>Told you, and it is over: {what}</source>
   <translation>Hinweis, inzwischen vorbei: {what}</translation>
  </message>
  <message>
   <source>Told you: {what}</source>
   <translation>Hinweis: {what}</translation>
  </message>
  <message>
   <source>Too far apart, and counted once. Count it again.</source>
   <translation>Zu weit auseinander und nur einmal gezählt. Zählen Sie es nach.</translation>
  </message>
  <message>
   <source>Too long for this channel</source>
   <translation>Zu lang für diesen Kanal</translation>
  </message>
  <message>
   <source>Too many</source>
   <translation>Zu viel</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Total of this sheet, {n} lines</source>
   <translation>Summe dieser Liste, {n} Zeilen</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Neuer Versuch</translation>
  </message>
  <message>
   <source>Try again at {shop}</source>
   <translation>Bei {shop} erneut versuchen</translation>
  </message>
  <message>
   <source>Try again later. Nothing was changed.</source>
   <translation>Versuchen Sie es später noch einmal. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Jetzt versuchen</translation>
  </message>
  <message>
   <source>Try the sample shop</source>
   <translation>Beispielshop ansehen</translation>
  </message>
  <message>
   <source>Trying again</source>
   <translation>Neuer Versuch</translation>
  </message>
  <message>
   <source>Trying again: “{words}”</source>
   <translation>Neuer Versuch: „{words}“</translation>
  </message>
  <message>
   <source>Two buyers bought the same piece within a second or two.</source>
   <translation>Zwei Käufer kauften dasselbe Stück binnen ein, zwei Sekunden.</translation>
  </message>
  <message>
   <source>Two checkouts at the same moment can both sell it: 2 of 25 did, as measured on version 11.0.1. Orders made through its interface never check stock.</source>
   <translation>Zwei gleichzeitige Checkouts können es beide verkaufen: 2 von 25 taten es, gemessen mit Version 11.0.1. Bestellungen über die Schnittstelle prüfen den Bestand nie.</translation>
  </message>
  <message>
   <source>Two columns are called {head}.</source>
   <translation>Zwei Spalten heißen {head}.</translation>
  </message>
  <message>
   <source>Two columns say the same thing, one of them is {head}.</source>
   <translation>Zwei Spalten sagen dasselbe, eine davon ist {head}.</translation>
  </message>
  <message>
   <source>Two computers could write to it at once, and damage it. Backups are welcome there.</source>
   <translation>Zwei Computer könnten zugleich hineinschreiben und ihn beschädigen. Sicherungen sind dort willkommen.</translation>
  </message>
  <message>
   <source>Two weeks before a channel wants a new sign-in.</source>
   <translation>Zwei Wochen, bevor ein Kanal eine neue Anmeldung verlangt.</translation>
  </message>
  <message>
   <source>Two writers at once</source>
   <translation>Zwei schrieben zugleich</translation>
  </message>
  <message>
   <source>Two writers can undo each other. Give the other one read access only, then compare again.</source>
   <translation>Zwei Schreibende können einander überschreiben. Lassen Sie dem anderen nur Lesezugriff und vergleichen Sie dann erneut.</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Eintippen</translation>
  </message>
  <message>
   <source>Type @12.50 after a sale for what one piece of it brought.</source>
   <translation>Geben Sie nach einem Verkauf @12,50 ein: was ein Stück davon einbrachte.</translation>
  </message>
  <message>
   <source>Type a SKU: what you call it, on every channel alike.</source>
   <translation>Geben Sie eine SKU ein: Ihr Kürzel, auf jedem Kanal gleich.</translation>
  </message>
  <message>
   <source>Type a date, such as 2026-05-22.</source>
   <translation>Geben Sie ein Datum ein, etwa 2026-05-22.</translation>
  </message>
  <message>
   <source>Type a date, such as 2026-05-22. “Soon” is none.</source>
   <translation>Geben Sie ein Datum ein, etwa 2026-05-22. „Bald“ ist keines.</translation>
  </message>
  <message>
   <source>Type a day and a time, for example {example}.</source>
   <translation>Geben Sie Tag und Uhrzeit ein, zum Beispiel {example}.</translation>
  </message>
  <message>
   <source>Type a day, for example {example}.</source>
   <translation>Geben Sie einen Tag ein, zum Beispiel {example}.</translation>
  </message>
  <message>
   <source>Type a name.</source>
   <translation>Geben Sie einen Namen ein.</translation>
  </message>
  <message>
   <source>Type a name. A new one is added.</source>
   <translation>Geben Sie einen Namen ein. Ein neuer kommt dazu.</translation>
  </message>
  <message>
   <source>Type a number from 0 to {most}.</source>
   <translation>Geben Sie eine Zahl von 0 bis {most} ein.</translation>
  </message>
  <message>
   <source>Type a number from 0 up. Nothing was changed.</source>
   <translation>Geben Sie eine Zahl ab 0 ein. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Type a number from 1 to {most}. Nothing was changed.</source>
   <translation>Geben Sie eine Zahl von 1 bis {most} ein. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Type a number from {least} to {most}.</source>
   <translation>Geben Sie eine Zahl von {least} bis {most} ein.</translation>
  </message>
  <message>
   <source>Type a number of days, 1 or more.</source>
   <translation>Geben Sie Tage ein, 1 oder mehr.</translation>
  </message>
  <message>
   <source>Type a number of pieces, 0 to {n}.</source>
   <translation>Geben Sie eine Stückzahl ein, 0 bis {n}.</translation>
  </message>
  <message>
   <source>Type a number up to {n}.</source>
   <translation>Geben Sie eine Zahl bis {n} ein.</translation>
  </message>
  <message>
   <source>Type a number, or take one away.</source>
   <translation>Geben Sie eine Zahl ein, oder nehmen Sie eine weg.</translation>
  </message>
  <message>
   <source>Type a number.</source>
   <translation>Geben Sie eine Zahl ein.</translation>
  </message>
  <message>
   <source>Type a number. Nothing was changed.</source>
   <translation>Geben Sie eine Zahl ein. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Type another SKU. Nothing was added.</source>
   <translation>Nehmen Sie eine andere SKU. Nichts wurde hinzugefügt.</translation>
  </message>
  <message>
   <source>Type another number. Nothing was changed.</source>
   <translation>Geben Sie eine andere Zahl ein. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Type days from 0 to {most}, or nothing.</source>
   <translation>Geben Sie Tage von 0 bis {most} ein, oder nichts.</translation>
  </message>
  <message>
   <source>Type days from 1 to {most}.</source>
   <translation>Geben Sie Tage von 1 bis {most} ein.</translation>
  </message>
  <message>
   <source>Type how many were sold. Nothing was changed.</source>
   <translation>Geben Sie ein, wie viele verkauft wurden. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Type how many were sold: 1 or more.</source>
   <translation>Geben Sie die verkauften ein: 1 oder mehr.</translation>
  </message>
  <message>
   <source>Type how many. Nothing was ordered.</source>
   <translation>Geben Sie ein, wie viele. Nichts wurde bestellt.</translation>
  </message>
  <message>
   <source>Type it again.</source>
   <translation>Bitte neu eingeben.</translation>
  </message>
  <message>
   <source>Type it again. Without it, connect your channels again: stock and history need no passphrase.</source>
   <translation>Geben Sie ihn noch einmal ein. Ohne ihn verbinden Sie Ihre Kanäle neu: Bestand und Verlauf brauchen keinen Passwortsatz.</translation>
  </message>
  <message>
   <source>Type it as the relay’s page says, for example https://relay.example.</source>
   <translation>Geben Sie sie ein wie auf der Seite des Relays, zum Beispiel https://relay.example.</translation>
  </message>
  <message>
   <source>Type it as you see it in the browser, for example https://shop.example.</source>
   <translation>Geben Sie sie ein wie im Browser, zum Beispiel https://shop.example.</translation>
  </message>
  <message>
   <source>Type it first.</source>
   <translation>Geben Sie es zuerst ein.</translation>
  </message>
  <message>
   <source>Type its sales</source>
   <translation>Verkäufe eintippen</translation>
  </message>
  <message>
   <source>Type one such as 12.50. Nothing was changed.</source>
   <translation>Geben Sie einen wie 12,50 ein. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Type one. Nothing was changed.</source>
   <translation>Geben Sie einen ein. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Type one. Nothing was ordered.</source>
   <translation>Geben Sie einen ein. Nichts wurde bestellt.</translation>
  </message>
  <message>
   <source>Type orders from 1 up, or leave the field empty.</source>
   <translation>Geben Sie Bestellungen ab 1 ein, oder lassen Sie das Feld leer.</translation>
  </message>
  <message>
   <source>Type the address that answers by itself.</source>
   <translation>Geben Sie die Adresse ein, die selbst antwortet.</translation>
  </message>
  <message>
   <source>Type the address with https. If your shop has no https, ask your host to switch it on.</source>
   <translation>Geben Sie die Adresse mit https ein. Hat Ihr Shop kein https, bitten Sie Ihren Hoster, es einzuschalten.</translation>
  </message>
  <message>
   <source>Type the day of the market.</source>
   <translation>Geben Sie den Markttag ein.</translation>
  </message>
  <message>
   <source>Type the name that ends in .myshopify.com: Shopify shows it in Settings, Domains.</source>
   <translation>Geben Sie den Namen ein, der auf .myshopify.com endet: Shopify zeigt ihn unter Einstellungen, Domains.</translation>
  </message>
  <message>
   <source>Type the number</source>
   <translation>Zahl eintippen</translation>
  </message>
  <message>
   <source>Type the number that buyers see there: 0 or more.</source>
   <translation>Geben Sie die Zahl ein, die Käufer dort sehen: 0 oder mehr.</translation>
  </message>
  <message>
   <source>Type who delivers what has no supplier yet. A new name is added.</source>
   <translation>Geben Sie ein, wer liefert, was noch keinen Lieferanten hat. Ein neuer Name wird hinzugefügt.</translation>
  </message>
  <message>
   <source>Type your passphrase: Settings, Sign-in keys, Unlock.</source>
   <translation>Geben Sie Ihren Passwortsatz ein: Einstellungen, Anmeldeschlüssel, Entsperren.</translation>
  </message>
  <message>
   <source>Typed {at}.</source>
   <translation>Eingetippt {at}.</translation>
  </message>
  <message>
   <source>Unclear</source>
   <translation>Unklar</translation>
  </message>
  <message>
   <source>Under by {pieces}</source>
   <translation>{pieces} darunter</translation>
  </message>
  <message>
   <source>Under its floor by {n}</source>
   <translation>Um {n} unter Mindestbestand</translation>
  </message>
  <message>
   <source>Under its floor, hold back more and pause channels without asking</source>
   <translation>Unter dem Mindestbestand ohne Rückfrage mehr zurückhalten und Kanäle pausieren</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo that posting, or count it anew.</source>
   <translation>Machen Sie die Buchung rückgängig, oder zählen Sie neu.</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <source>Unlock your sign-in keys?</source>
   <translation>Anmeldeschlüssel entsperren?</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Entsperren…</translation>
  </message>
  <message>
   <source>Unpaid orders hold stock for a while</source>
   <translation>Unbezahlte Bestellungen halten Bestand eine Weile</translation>
  </message>
  <message>
   <source>Unpair</source>
   <translation>Entkoppeln</translation>
  </message>
  <message>
   <source>Unpair it and pair it again. Until then Plimsoll asks the shops for orders by itself.</source>
   <translation>Entkoppeln Sie es, und koppeln Sie es neu. Bis dahin fragt Plimsoll die Shops von selbst nach Bestellungen.</translation>
  </message>
  <message>
   <source>Unpair it first.</source>
   <translation>Entkoppeln Sie es zuerst.</translation>
  </message>
  <message>
   <source>Unpair the relay</source>
   <translation>Relay entkoppeln</translation>
  </message>
  <message>
   <source>Unpair the relay?</source>
   <translation>Relay entkoppeln?</translation>
  </message>
  <message>
   <source>Unpair…</source>
   <translation>Entkoppeln…</translation>
  </message>
  <message>
   <source>Untick what the buyer asked you to cancel: where the channel knows it too, it does not count.</source>
   <translation>Nehmen Sie das Häkchen weg, wo der Käufer stornieren wollte: Weiß auch der Kanal davon, zählt es nicht.</translation>
  </message>
  <message>
   <source>Untick “Restock items”: the pieces are not there.</source>
   <translation>„Artikel zum Lagerbestand zurückführen“ abwählen: Die Stücke sind nicht da.</translation>
  </message>
  <message>
   <source>Until Plimsoll knows what this channel signs with, it drops every message.</source>
   <translation>Bis Plimsoll weiß, womit dieser Kanal signiert, verwirft es jede Nachricht.</translation>
  </message>
  <message>
   <source>Until then Plimsoll cannot sign in to your channels: it hears of no sale and sends nothing.</source>
   <translation>Bis dahin kann sich Plimsoll nicht bei Ihren Kanälen anmelden: Es erfährt von keinem Verkauf und sendet nichts.</translation>
  </message>
  <message>
   <source>Until {n} are measured, {length} counts.</source>
   <translation>Bis {n} gemessen sind, gilt {length}.</translation>
  </message>
  <message numerus="yes">
   <source>Until {when}, {n} pieces could be sold twice.</source>
   <extracomment>Until {when}, {n} piece could be sold twice.</extracomment>
   <translation>
    <numerusform>Bis {when} könnte {n} Stück doppelt verkauft werden.</numerusform>
    <numerusform>Bis {when} könnten {n} Stück doppelt verkauft werden.</numerusform>
   </translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Up to this day</source>
   <translation>Bis zu diesem Tag</translation>
  </message>
  <message>
   <source>Up to {most} can be changed at once. Filter the list further, or import a sheet.</source>
   <translation>Bis zu {most} lassen sich auf einmal ändern. Filtern Sie die Liste weiter, oder importieren Sie eine Tabelle.</translation>
  </message>
  <message>
   <source>Update</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Updates</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>Updating…</source>
   <translation>Wird aktualisiert…</translation>
  </message>
  <message>
   <source>Uptime</source>
   <translation>Verfügbarkeit</translation>
  </message>
  <message>
   <source>Use Adjust stock to say what is there now. Nothing was changed.</source>
   <translation>Sagen Sie mit „Bestand korrigieren“, was jetzt da ist. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Use fields in double braces and the four parts. Nothing was saved.</source>
   <translation>Nutzen Sie Felder in doppelten geschweiften Klammern und die vier Teile. Nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>Use from now on</source>
   <translation>Ab jetzt verwenden</translation>
  </message>
  <message>
   <source>Use it</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Use none</source>
   <translation>Keinen verwenden</translation>
  </message>
  <message>
   <source>Use the address with https.</source>
   <translation>Nehmen Sie die Adresse mit https.</translation>
  </message>
  <message>
   <source>Use the floor and reorder point shown</source>
   <translation>Angezeigten Mindest- und Meldebestand übernehmen</translation>
  </message>
  <message>
   <source>Use the system’s own settings for programs that start by themselves.</source>
   <translation>Nutzen Sie die Einstellungen des Systems für Programme, die von selbst starten.</translation>
  </message>
  <message>
   <source>Use the ticked ones</source>
   <translation>Angehakte übernehmen</translation>
  </message>
  <message>
   <source>Use this address</source>
   <translation>Diese Adresse nehmen</translation>
  </message>
  <message>
   <source>Use this date</source>
   <translation>Dieses Datum nehmen</translation>
  </message>
  <message>
   <source>Use {floor} and {at}</source>
   <translation>{floor} und {at} übernehmen</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>Verbraucht</translation>
  </message>
  <message>
   <source>User name</source>
   <translation>Benutzername</translation>
  </message>
  <message numerus="yes">
   <source>Uses 1 of {n} cancellations left on {shop}.</source>
   <extracomment>Uses the {n} cancellation left on {shop}.</extracomment>
   <translation>
    <numerusform>Nutzt die {n} bei {shop} noch mögliche Stornierung.</numerusform>
    <numerusform>Nutzt 1 von {n} bei {shop} noch möglichen Stornierungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Usual end of the day</source>
   <translation>Übliches Ende des Tages</translation>
  </message>
  <message>
   <source>Usual start of the day</source>
   <translation>Üblicher Beginn des Tages</translation>
  </message>
  <message>
   <source>Usually every {seconds} s. Empty means as usual.</source>
   <translation>Üblich alle {seconds} s. Leer heißt wie üblich.</translation>
  </message>
  <message>
   <source>Version {version}. One stock for every place you sell.</source>
   <translation>Version {version}. Ein Bestand für jeden Ort, an dem Sie verkaufen.</translation>
  </message>
  <message>
   <source>Versions and the end of the log. No sign-in keys, no mail addresses, no names of customers. Plimsoll sends it to nobody. Copy it into a message to whoever helps you.</source>
   <translation>Versionen und das Ende des Protokolls. Keine Anmeldeschlüssel, keine Mailadressen, keine Namen von Kunden. Plimsoll sendet es niemandem. Kopieren Sie es in eine Nachricht an die Person, die Ihnen hilft.</translation>
  </message>
  <message>
   <source>Viral post</source>
   <translation>Viraler Beitrag</translation>
  </message>
  <message>
   <source>Wait for Etsy’s approval, usually some minutes. Each account may have one such app.</source>
   <translation>Warten Sie auf die Freigabe durch Etsy, meist einige Minuten. Jedes Konto kann eine solche App haben.</translation>
  </message>
  <message>
   <source>Wait until everything is read.</source>
   <translation>Warten Sie, bis alles gelesen ist.</translation>
  </message>
  <message>
   <source>Wait until it is done. Nothing more was sent.</source>
   <translation>Warten Sie, bis sie erledigt ist. Es wurde nichts weiter gesendet.</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Waiting for your decision: nothing is sent</source>
   <translation>Wartet auf Ihre Entscheidung: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>Waiting for {channel} in your browser</source>
   <translation>Warten auf {channel} in Ihrem Browser</translation>
  </message>
  <message>
   <source>Waiting for {length}. {note}</source>
   <translation>Wartet {length}. {note}</translation>
  </message>
  <message>
   <source>Waiting since</source>
   <translation>Wartet seit</translation>
  </message>
  <message>
   <source>Waiting to be confirmed</source>
   <translation>Noch zu bestätigen</translation>
  </message>
  <message>
   <source>Waiting to be sent</source>
   <translation>Noch zu senden</translation>
  </message>
  <message>
   <source>Waits for you</source>
   <translation>Wartet auf Sie</translation>
  </message>
  <message>
   <source>Waits for you: nothing was overwritten</source>
   <translation>Wartet auf Sie: Nichts wurde überschrieben</translation>
  </message>
  <message>
   <source>Wanted after all.</source>
   <translation>Doch gewünscht.</translation>
  </message>
  <message>
   <source>Wants you to sign in again soon</source>
   <translation>Verlangt bald eine neue Anmeldung</translation>
  </message>
  <message>
   <source>Warn above so many other programs</source>
   <translation>Warnen bei mehr anderen Programmen als</translation>
  </message>
  <message>
   <source>Warn me</source>
   <translation>Warnen</translation>
  </message>
  <message>
   <source>Warn me of each refused or late update of this product</source>
   <translation>Bei jeder abgelehnten oder späten Änderung dieses Produkts warnen</translation>
  </message>
  <message>
   <source>Was a floor set?</source>
   <translation>Gab es einen Mindestbestand?</translation>
  </message>
  <message>
   <source>Wasted advertising</source>
   <translation>Vergebliche Werbung</translation>
  </message>
  <message>
   <source>We hope for it by {day}.</source>
   <translation>Wir hoffen auf Lieferung bis {day}.</translation>
  </message>
  <message>
   <source>Web page (*.html)</source>
   <translation>Webseite (*.html)</translation>
  </message>
  <message>
   <source>Webhook relay</source>
   <translation>Webhook-Relay</translation>
  </message>
  <message>
   <source>Webhooks</source>
   <translation>Webhooks</translation>
  </message>
  <message>
   <source>Webhooks of {shop}: do they arrive?</source>
   <translation>Webhooks von {shop}: Kommen sie an?</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Woche</translation>
  </message>
  <message>
   <source>Week of {days}</source>
   <translation>Woche vom {days}</translation>
  </message>
  <message>
   <source>Weekly top 20</source>
   <translation>Top 20 der Woche</translation>
  </message>
  <message>
   <source>Went to zero</source>
   <translation>Auf null gefallen</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What Plimsoll can and cannot prevent: each shop closes a sale by itself, and Plimsoll hears of it afterwards. While a piece is shown in two shops, there is always a moment in which both can sell it; Plimsoll keeps it short, and cannot close it. Split closes it: a piece that only one shop shows cannot be sold by another.</source>
   <translation>Was Plimsoll verhindern kann und was nicht: Jeder Shop schließt einen Verkauf selbst ab, und Plimsoll erfährt danach davon. Solange ein Stück in zwei Shops angezeigt ist, gibt es immer einen Moment, in dem beide es verkaufen können; Plimsoll hält ihn kurz, schließen kann es ihn nicht. Aufteilen schließt ihn: Was nur ein Shop anzeigt, kann kein anderer verkaufen.</translation>
  </message>
  <message>
   <source>What Plimsoll did</source>
   <translation>Was Plimsoll tat</translation>
  </message>
  <message>
   <source>What an hour of yours is worth</source>
   <translation>Was eine Stunde von Ihnen wert ist</translation>
  </message>
  <message>
   <source>What answers at this address is no relay that Plimsoll understands ({status}).</source>
   <translation>Was unter dieser Adresse antwortet, ist kein Relay, das Plimsoll versteht ({status}).</translation>
  </message>
  <message>
   <source>What baskets ask</source>
   <translation>Die Abfrage der Warenkörbe</translation>
  </message>
  <message>
   <source>What became of it</source>
   <translation>Was daraus wurde</translation>
  </message>
  <message>
   <source>What becomes of single pieces on leaving was changed</source>
   <translation>Was beim Weggehen mit einzelnen Stücken geschieht, wurde geändert</translation>
  </message>
  <message>
   <source>What came about updates is not signed by whoever made this Plimsoll.</source>
   <translation>Was über neue Versionen kam, ist nicht von denen unterschrieben, die dieses Plimsoll gemacht haben.</translation>
  </message>
  <message>
   <source>What came from there stays in the ledger.</source>
   <translation>Was von dort kam, bleibt im Journal.</translation>
  </message>
  <message>
   <source>What came home</source>
   <translation>Was zurückkam</translation>
  </message>
  <message>
   <source>What came home is on sale everywhere again.</source>
   <translation>Was zurückkam, ist überall wieder im Verkauf.</translation>
  </message>
  <message>
   <source>What came with it</source>
   <translation>Was damit einherging</translation>
  </message>
  <message>
   <source>What came?</source>
   <translation>Was kam an?</translation>
  </message>
  <message>
   <source>What channels showed</source>
   <translation>Auf Kanälen angezeigt</translation>
  </message>
  <message>
   <source>What comes from now on is sealed to a new key. The one before still opens what waits.</source>
   <translation>Was ab jetzt kommt, ist mit einem neuen Schlüssel versiegelt. Der vorige öffnet noch, was wartet.</translation>
  </message>
  <message>
   <source>What could be saved is in place.</source>
   <translation>Was gerettet werden konnte, ist an seinem Platz.</translation>
  </message>
  <message>
   <source>What differs</source>
   <translation>Was abweicht</translation>
  </message>
  <message>
   <source>What do you offer instead of {title}?</source>
   <translation>Was bieten Sie statt {title} an?</translation>
  </message>
  <message>
   <source>What does the log of {shop} say?</source>
   <translation>Was sagt das Log von {shop}?</translation>
  </message>
  <message>
   <source>What does {shop} list?</source>
   <translation>Was bietet {shop} an?</translation>
  </message>
  <message>
   <source>What each channel holds back, the most that it shows, and when it shows nothing any more.</source>
   <translation>Was jeder Kanal zurückhält, seine Höchstzahl, und wann er nichts mehr zeigt.</translation>
  </message>
  <message>
   <source>What each channel may show</source>
   <translation>Was jeder Kanal zeigen darf</translation>
  </message>
  <message>
   <source>What every shop shows</source>
   <translation>Was jeder Shop zeigt</translation>
  </message>
  <message>
   <source>What goes there</source>
   <translation>Was dorthin geht</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>What happened to {title}?</source>
   <translation>Was ist mit {title} geschehen?</translation>
  </message>
  <message>
   <source>What happened, in plain words</source>
   <translation>Was geschah, in einfachen Worten</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>Was geschieht</translation>
  </message>
  <message>
   <source>What happens next, and by when</source>
   <translation>Was als Nächstes geschieht, und bis wann</translation>
  </message>
  <message>
   <source>What happens next, and when</source>
   <translation>Wie es weitergeht, und wann</translation>
  </message>
  <message>
   <source>What helped, what to change</source>
   <translation>Was half, was zu ändern ist</translation>
  </message>
  <message>
   <source>What holds for {name}?</source>
   <translation>Was gilt für {name}?</translation>
  </message>
  <message>
   <source>What is due then comes when they end. An oversell and the two hours to write are not held.</source>
   <translation>Was in dieser Zeit anfällt, kommt danach. Ein Überverkauf und die zwei Stunden zum Schreiben werden nicht aufgehalten.</translation>
  </message>
  <message>
   <source>What is held back on leaving was changed</source>
   <translation>Was beim Weggehen zurückgehalten wird, wurde geändert</translation>
  </message>
  <message>
   <source>What is left of the old one is kept beside it, and so are its backups. You can put one back in Settings at any time.</source>
   <translation>Was vom alten übrig ist, bleibt daneben erhalten, ebenso seine Sicherungen. Sie können jederzeit in den Einstellungen eine wiederherstellen.</translation>
  </message>
  <message>
   <source>What is on its way?</source>
   <translation>Was ist unterwegs?</translation>
  </message>
  <message>
   <source>What is set for a product stands above its channels, and both above what is set for all. An alert that is off is still checked, and its log says that it was off.</source>
   <translation>Was für ein Produkt gilt, steht über seinen Kanälen, und beides über dem, was für alle gilt. Ein ausgeschalteter Hinweis wird weiter geprüft, und sein Protokoll sagt, dass er aus war.</translation>
  </message>
  <message>
   <source>What is shown</source>
   <translation>Was gezeigt wird</translation>
  </message>
  <message>
   <source>What is with you</source>
   <translation>Was bei Ihnen ist</translation>
  </message>
  <message>
   <source>What is wrong with its listings</source>
   <translation>Was an den Angeboten nicht stimmt</translation>
  </message>
  <message>
   <source>What it can see</source>
   <translation>Was es sehen kann</translation>
  </message>
  <message>
   <source>What it cost</source>
   <translation>Was es kostete</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>Was es ist</translation>
  </message>
  <message>
   <source>What it keeps is sealed to a key on this computer: whoever runs it, or steals its disk or a backup, reads nothing.</source>
   <translation>Was es aufbewahrt, ist mit einem Schlüssel auf diesem Computer versiegelt: Wer es betreibt oder seine Festplatte oder eine Sicherung stiehlt, liest nichts.</translation>
  </message>
  <message>
   <source>What it may still sell…</source>
   <translation>Was noch verkauft werden darf…</translation>
  </message>
  <message>
   <source>What it sold before is not counted here. Adjust the stock, or type a later day.</source>
   <translation>Was vorher verkauft wurde, zählt hier nicht. Korrigieren Sie den Bestand, oder nehmen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>What may be shown of every product?</source>
   <translation>Was darf von jedem Produkt gezeigt werden?</translation>
  </message>
  <message>
   <source>What must not happen</source>
   <translation>Was nicht geschehen darf</translation>
  </message>
  <message>
   <source>What sells until its end at the usual pace, and {n} % more while it is on. Deliveries count that somebody confirmed for its first day or before.</source>
   <translation>Was sich bis zum Ende im üblichen Tempo verkauft, und {n} % mehr, solange sie läuft. Lieferungen zählen, die jemand für den ersten Tag oder früher bestätigt hat.</translation>
  </message>
  <message>
   <source>What the channel says</source>
   <translation>Was der Kanal sagt</translation>
  </message>
  <message>
   <source>What the customer can choose</source>
   <translation>Was der Kunde wählen kann</translation>
  </message>
  <message>
   <source>What the records say</source>
   <translation>Was die Aufzeichnungen sagen</translation>
  </message>
  <message>
   <source>What the sheet says</source>
   <translation>Was die Tabelle sagt</translation>
  </message>
  <message>
   <source>What the sheet says of each SKU</source>
   <translation>Was die Tabelle zu jeder SKU sagt</translation>
  </message>
  <message>
   <source>What the test found</source>
   <translation>Was der Test fand</translation>
  </message>
  <message>
   <source>What to do</source>
   <translation>Was tun</translation>
  </message>
  <message>
   <source>What to do now</source>
   <translation>Was jetzt zu tun ist</translation>
  </message>
  <message>
   <source>What to do with this order</source>
   <translation>Was mit dieser Bestellung zu tun ist</translation>
  </message>
  <message>
   <source>What to do with this product</source>
   <translation>Was mit diesem Produkt zu tun ist</translation>
  </message>
  <message>
   <source>What to do with this row</source>
   <translation>Was mit dieser Buchung zu tun ist</translation>
  </message>
  <message>
   <source>What was changed</source>
   <translation>Was geändert wurde</translation>
  </message>
  <message>
   <source>What was counted and not posted changes nothing. What was posted stays.</source>
   <translation>Was gezählt und nicht gebucht ist, ändert nichts. Was gebucht ist, bleibt.</translation>
  </message>
  <message>
   <source>What was not counted this month yet</source>
   <translation>Was in diesem Monat noch nicht gezählt ist</translation>
  </message>
  <message>
   <source>What was planned against what happened. The numbers of its beginning and its end were kept.</source>
   <translation>Was geplant war und was geschah. Die Zahlen vom Anfang und vom Ende sind aufgehoben.</translation>
  </message>
  <message>
   <source>What was refunded or came back. Nothing returns to your stock before you say so.</source>
   <translation>Was erstattet wurde oder zurückkam. Nichts kehrt in Ihren Bestand zurück, bevor Sie es sagen.</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>Was gesagt wurde</translation>
  </message>
  <message>
   <source>What was saved does not read back right.</source>
   <translation>Was gerettet wurde, liest sich nicht richtig zurück.</translation>
  </message>
  <message>
   <source>What was scanned counts for it, and the code names it from now on.</source>
   <translation>Das Gescannte zählt dafür, und der Code benennt es ab jetzt.</translation>
  </message>
  <message>
   <source>What was sent is refunded in the shop’s own window. Plimsoll asks then what came back.</source>
   <translation>Versandtes erstatten Sie im Fenster des Shops. Plimsoll fragt dann, was zurückkam.</translation>
  </message>
  <message>
   <source>What was sent stays sent. The check is kept without a signature.</source>
   <translation>Was gesendet ist, bleibt gesendet. Die Prüfung wird ohne Unterschrift aufbewahrt.</translation>
  </message>
  <message>
   <source>What was sold at {shop}?</source>
   <translation>Was wurde bei {shop} verkauft?</translation>
  </message>
  <message>
   <source>What was sold there and not booked yet is booked at once.</source>
   <translation>Was dort verkauft und noch nicht gebucht wurde, wird sofort gebucht.</translation>
  </message>
  <message>
   <source>What was the root cause?</source>
   <translation>Was war die Grundursache?</translation>
  </message>
  <message>
   <source>What would have prevented it</source>
   <translation>Was es verhindert hätte</translation>
  </message>
  <message>
   <source>What you do in {channel}</source>
   <translation>Was Sie bei {channel} tun</translation>
  </message>
  <message>
   <source>What you type here</source>
   <translation>Was Sie hier eingeben</translation>
  </message>
  <message>
   <source>What you typed is still here. Sign in again when you are ready.</source>
   <translation>Ihre Eingaben sind noch da. Melden Sie sich neu an, wenn Sie bereit sind.</translation>
  </message>
  <message>
   <source>What {host} says about updates is out of date.</source>
   <translation>Was {host} über neue Versionen sagt, ist veraltet.</translation>
  </message>
  <message>
   <source>What {title} may still sell</source>
   <translation>Was {title} noch verkaufen darf</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>When alerts are told was changed</source>
   <translation>Zeitpunkt der Hinweise geändert</translation>
  </message>
  <message>
   <source>When do they come: {what}?</source>
   <translation>Wann kommt die Lieferung: {what}?</translation>
  </message>
  <message>
   <source>When does the next batch of {title} come?</source>
   <translation>Wann kommt die nächste Charge von {title}?</translation>
  </message>
  <message>
   <source>When few are left</source>
   <translation>Wenn wenige übrig sind</translation>
  </message>
  <message>
   <source>When fewer pieces are left than there are channels to show them.</source>
   <translation>Wenn weniger Stücke übrig sind, als Kanäle sie zeigen könnten.</translation>
  </message>
  <message>
   <source>When it was written</source>
   <translation>Wann es geschrieben wurde</translation>
  </message>
  <message>
   <source>When somebody else changes a number</source>
   <translation>Wenn jemand anderes eine Zahl ändert</translation>
  </message>
  <message>
   <source>When somebody else changes a number here</source>
   <translation>Wenn jemand anderes hier eine Zahl ändert</translation>
  </message>
  <message>
   <source>When somebody else changes a number here:</source>
   <translation>Wenn jemand anderes hier eine Zahl ändert:</translation>
  </message>
  <message>
   <source>When two of these say different things, the first of them is believed:</source>
   <translation>Sagen zwei davon Verschiedenes, gilt das erste:</translation>
  </message>
  <message>
   <source>When you are back</source>
   <translation>Wenn Sie zurück sind</translation>
  </message>
  <message>
   <source>When you hear of them</source>
   <translation>Wann Sie davon erfahren</translation>
  </message>
  <message>
   <source>When you leave</source>
   <translation>Wenn Sie gehen</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Where Plimsoll warns, and where it says to order.</source>
   <translation>Ab wo Plimsoll warnt und zum Bestellen rät.</translation>
  </message>
  <message>
   <source>Where do you sell?</source>
   <translation>Wo verkaufen Sie?</translation>
  </message>
  <message>
   <source>Where does {title} lie?</source>
   <translation>Wo liegt {title}?</translation>
  </message>
  <message>
   <source>Where is the stock that Plimsoll counts?</source>
   <translation>Wo liegt der Bestand, den Plimsoll führt?</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Woher es kam</translation>
  </message>
  <message>
   <source>Where it hurts</source>
   <translation>Wo es schmerzt</translation>
  </message>
  <message>
   <source>Where it is listed</source>
   <translation>Wo es angeboten wird</translation>
  </message>
  <message>
   <source>Where it lies was set</source>
   <translation>Sein Platz wurde festgelegt</translation>
  </message>
  <message>
   <source>Where it lies, if you like</source>
   <translation>Wo es liegt, wenn Sie möchten</translation>
  </message>
  <message>
   <source>Where it lies…</source>
   <translation>Wo es liegt…</translation>
  </message>
  <message>
   <source>Where it was sold</source>
   <translation>Wo es verkauft wurde</translation>
  </message>
  <message>
   <source>Where one channel is slower than the others.</source>
   <translation>Wo ein Kanal langsamer ist als die anderen.</translation>
  </message>
  <message>
   <source>Whether {old} became {new} is not known</source>
   <translation>Ob aus {old} {new} wurde, ist nicht bekannt</translation>
  </message>
  <message>
   <source>Which alert</source>
   <translation>Welcher Hinweis</translation>
  </message>
  <message>
   <source>Which alerts are on</source>
   <translation>Welche Hinweise an sind</translation>
  </message>
  <message>
   <source>Which alerts are on?</source>
   <translation>Welche Hinweise sind an?</translation>
  </message>
  <message>
   <source>Which alerts are on…</source>
   <translation>Welche Hinweise an sind…</translation>
  </message>
  <message>
   <source>Which alerts of {title} are on?</source>
   <translation>Welche Hinweise zu {title} sind an?</translation>
  </message>
  <message>
   <source>Which are on…</source>
   <translation>Welche an sind…</translation>
  </message>
  <message>
   <source>Which channels pause at the floor?</source>
   <translation>Welche Kanäle pausieren beim Mindestbestand?</translation>
  </message>
  <message>
   <source>Which channels took them?</source>
   <translation>Welche Kanäle nahmen sie?</translation>
  </message>
  <message>
   <source>Which computer sends to {shop}?</source>
   <translation>Welcher Computer sendet an {shop}?</translation>
  </message>
  <message>
   <source>Which day at which stall?</source>
   <translation>Welcher Tag an welchem Stand?</translation>
  </message>
  <message>
   <source>Which incident does {title} belong to?</source>
   <translation>Zu welchem Vorfall gehört {title}?</translation>
  </message>
  <message>
   <source>Which part of {title} changed?</source>
   <translation>Welches Teil von {title} hat sich geändert?</translation>
  </message>
  <message numerus="yes">
   <source>Which product are these {n} listings?</source>
   <extracomment>Which product is this listing?</extracomment>
   <translation>
    <numerusform>Welches Produkt ist dieses Angebot?</numerusform>
    <numerusform>Welches Produkt sind diese {n} Angebote?</numerusform>
   </translation>
  </message>
  <message>
   <source>Which product has the code {code}?</source>
   <translation>Welches Produkt hat den Code {code}?</translation>
  </message>
  <message>
   <source>Which product is in the parcel?</source>
   <translation>Welches Produkt ist im Paket?</translation>
  </message>
  <message>
   <source>Which product is it?</source>
   <translation>Welches Produkt ist es?</translation>
  </message>
  <message>
   <source>Which product is {code}?</source>
   <translation>Welches Produkt ist {code}?</translation>
  </message>
  <message>
   <source>Which product is {title}?</source>
   <translation>Welches Produkt ist {title}?</translation>
  </message>
  <message>
   <source>Which product sells like this one?</source>
   <translation>Welches Produkt verkauft sich wie dieses?</translation>
  </message>
  <message>
   <source>Which product?</source>
   <translation>Welches Produkt?</translation>
  </message>
  <message>
   <source>Which products, how many?</source>
   <translation>Welche Produkte, wie viele?</translation>
  </message>
  <message>
   <source>Which program can change stock on {shop}?</source>
   <translation>Welches Programm kann Bestand bei {shop} ändern?</translation>
  </message>
  <message>
   <source>Which promotion</source>
   <translation>Welche Aktion</translation>
  </message>
  <message>
   <source>Which…</source>
   <translation>Welche…</translation>
  </message>
  <message>
   <source>While Plimsoll is closed or this computer sleeps, nobody answers a sale.</source>
   <translation>Solange Plimsoll geschlossen ist oder dieser Computer ruht, beantwortet niemand einen Verkauf.</translation>
  </message>
  <message>
   <source>While fewer than so many are available</source>
   <translation>Solange weniger verfügbar sind als</translation>
  </message>
  <message>
   <source>While it is on, more is held back everywhere, orders are read every {n} seconds, and the daily list of a channel waits, so that what it allows is kept for stock. Afterwards all is as it was.</source>
   <translation>Solange sie läuft, wird überall mehr zurückgehalten, Bestellungen werden alle {n} Sekunden gelesen, und die tägliche Liste eines Kanals wartet, damit sein Kontingent für den Bestand bleibt. Danach ist alles wie zuvor.</translation>
  </message>
  <message>
   <source>While something is sent to a channel. Quit in the menu always ends Plimsoll.</source>
   <translation>Während etwas an einen Kanal gesendet wird. „Beenden“ im Menü beendet Plimsoll immer.</translation>
  </message>
  <message>
   <source>While you are away, what has only one piece left is shown nowhere, not even in one channel.</source>
   <translation>Während Sie weg sind, wird nirgends angezeigt, wovon nur noch ein Stück da ist, auch nicht in einem Kanal.</translation>
  </message>
  <message>
   <source>While you were away</source>
   <translation>Während Sie weg waren</translation>
  </message>
  <message>
   <source>While you were away ({left} to {back}) nothing was sold.</source>
   <translation>Während Sie weg waren ({left} bis {back}), wurde nichts verkauft.</translation>
  </message>
  <message numerus="yes">
   <source>While you were away ({left} to {back}): {n} orders were booked, {pieces} sold, and something is oversold.</source>
   <extracomment>While you were away ({left} to {back}): {n} order was booked, {pieces} sold, and something is oversold.</extracomment>
   <translation>
    <numerusform>Während Sie weg waren ({left} bis {back}): {n} Bestellung gebucht, {pieces} verkauft, und etwas ist überverkauft.</numerusform>
    <numerusform>Während Sie weg waren ({left} bis {back}): {n} Bestellungen gebucht, {pieces} verkauft, und etwas ist überverkauft.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>While you were away ({left} to {back}): {n} orders were booked, {pieces} sold. Nothing is oversold.</source>
   <extracomment>While you were away ({left} to {back}): {n} order was booked, {pieces} sold. Nothing is oversold.</extracomment>
   <translation>
    <numerusform>Während Sie weg waren ({left} bis {back}): {n} Bestellung gebucht, {pieces} verkauft. Nichts ist überverkauft.</numerusform>
    <numerusform>Während Sie weg waren ({left} bis {back}): {n} Bestellungen gebucht, {pieces} verkauft. Nichts ist überverkauft.</numerusform>
   </translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>Who can change stock</source>
   <translation>Wer Bestand ändern darf</translation>
  </message>
  <message>
   <source>Who can change stock: check</source>
   <translation>Wer Bestand ändern darf: prüfen</translation>
  </message>
  <message>
   <source>Who changes it</source>
   <translation>Wer es ändert</translation>
  </message>
  <message>
   <source>Who decides how many there are</source>
   <translation>Wer entscheidet, wie viele es gibt</translation>
  </message>
  <message>
   <source>Who decides what</source>
   <translation>Wer was entscheidet</translation>
  </message>
  <message numerus="yes">
   <source>Who delivers these {n} products?</source>
   <extracomment>Who delivers this product?</extracomment>
   <translation>
    <numerusform>Wer liefert dieses Produkt?</numerusform>
    <numerusform>Wer liefert diese {n} Produkte?</numerusform>
   </translation>
  </message>
  <message>
   <source>Who else may write stock</source>
   <translation>Wer sonst Bestand schreiben darf</translation>
  </message>
  <message>
   <source>Who gets the last pieces</source>
   <translation>Wer die letzten Stücke bekommt</translation>
  </message>
  <message>
   <source>Who may change stock</source>
   <translation>Wer Bestand ändern darf</translation>
  </message>
  <message>
   <source>Who may change what</source>
   <translation>Wer was ändern darf</translation>
  </message>
  <message>
   <source>Whoever helps me changes stock in Plimsoll only, and nowhere else.</source>
   <translation>Wer mir hilft, ändert Bestand nur in Plimsoll, nirgends sonst.</translation>
  </message>
  <message>
   <source>Whom do you order from?</source>
   <translation>Bei wem bestellen Sie?</translation>
  </message>
  <message>
   <source>Whose it was</source>
   <translation>Von wem</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Why did it warn, or why not?</source>
   <translation>Warum kam ein Hinweis, warum nicht?</translation>
  </message>
  <message>
   <source>Why did it warn, or why not…</source>
   <translation>Warum ein Hinweis kam oder nicht…</translation>
  </message>
  <message>
   <source>Why does “{what}” not apply?</source>
   <translation>Warum trifft „{what}“ nicht zu?</translation>
  </message>
  <message>
   <source>Why, or why not…</source>
   <translation>Warum oder warum nicht…</translation>
  </message>
  <message>
   <source>Wide or narrow sidebar</source>
   <translation>Breite oder schmale Seitenleiste</translation>
  </message>
  <message>
   <source>Will not come</source>
   <translation>Kommt nicht</translation>
  </message>
  <message>
   <source>Will show</source>
   <translation>Wird zeigen</translation>
  </message>
  <message>
   <source>With a REST API key</source>
   <translation>Mit einem REST-API-Schlüssel</translation>
  </message>
  <message>
   <source>With a Seller App of your own</source>
   <translation>Mit einer eigenen Seller App</translation>
  </message>
  <message>
   <source>With a day</source>
   <translation>Mit einem Tag</translation>
  </message>
  <message>
   <source>With a token of an older app</source>
   <translation>Mit dem Zugangsschlüssel einer älteren App</translation>
  </message>
  <message>
   <source>With an app of your own</source>
   <translation>Mit einer eigenen App</translation>
  </message>
  <message>
   <source>With fewer than {orders} orders, {most} are allowed.</source>
   <translation>Bei weniger als {orders} Bestellungen sind {most} erlaubt.</translation>
  </message>
  <message>
   <source>With its four ticks.</source>
   <translation>Mit seinen vier Häkchen.</translation>
  </message>
  <message>
   <source>With orders and customers</source>
   <translation>Mit Bestellungen und Kunden</translation>
  </message>
  <message>
   <source>With you</source>
   <translation>Bei Ihnen</translation>
  </message>
  <message>
   <source>Within 30 s of ours</source>
   <translation>Binnen 30 s nach unserer</translation>
  </message>
  <message>
   <source>Within a minute the ledger of the product shows the sale, and the number in Shopify is one less.</source>
   <translation>Binnen einer Minute zeigt das Journal des Produkts den Verkauf, und die Zahl in Shopify ist um eins kleiner.</translation>
  </message>
  <message>
   <source>Within a minute the ledger of the product shows the sale, and the number in the shop is one less.</source>
   <translation>Binnen einer Minute zeigt das Journal des Produkts den Verkauf, und die Zahl im Shop ist um eins kleiner.</translation>
  </message>
  <message>
   <source>Without a question then, in the seconds that the system grants, the riskiest products first. What was not confirmed is listed when you are back.</source>
   <translation>Dann ohne Frage, in den Sekunden, die das System gewährt, die riskantesten Produkte zuerst. Was nicht bestätigt wurde, steht da, wenn Sie zurück sind.</translation>
  </message>
  <message>
   <source>Without a shelf</source>
   <translation>Ohne Regal</translation>
  </message>
  <message>
   <source>Wix</source>
   <translation>Wix</translation>
  </message>
  <message>
   <source>WooCommerce asks the payment service to pay these pieces back. Postage is not paid back.</source>
   <translation>WooCommerce bittet den Zahlungsdienst, diese Stücke zu erstatten. Das Porto wird nicht erstattet.</translation>
  </message>
  <message>
   <source>WooCommerce does not answer at this address just now.</source>
   <translation>WooCommerce antwortet unter dieser Adresse gerade nicht.</translation>
  </message>
  <message>
   <source>WooCommerce has none. Your host may refuse calls that come too fast; Plimsoll then waits.</source>
   <translation>WooCommerce hat keines. Ihr Hoster lehnt zu schnelle Anfragen womöglich ab; dann wartet Plimsoll.</translation>
  </message>
  <message>
   <source>WooCommerce pays nothing back when an order is cancelled. Pay the buyer back yourself.</source>
   <translation>WooCommerce erstattet nichts, wenn eine Bestellung storniert wird. Zahlen Sie dem Käufer das Geld selbst zurück.</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Words of the template</source>
   <translation>Text der Vorlage</translation>
  </message>
  <message>
   <source>Worked on it in Plimsoll: {time}.</source>
   <translation>In Plimsoll daran gearbeitet: {time}.</translation>
  </message>
  <message>
   <source>Working out what each channel should show.</source>
   <translation>Plimsoll rechnet aus, was jeder Kanal zeigen soll.</translation>
  </message>
  <message>
   <source>Works: the test came back at {time}.</source>
   <translation>Funktioniert: Der Test kam um {time} zurück.</translation>
  </message>
  <message>
   <source>Worst case, rough</source>
   <translation>Schlimmster Fall, grob</translation>
  </message>
  <message>
   <source>Worth</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Worth more</source>
   <translation>Mehr wert</translation>
  </message>
  <message>
   <source>Would be used</source>
   <translation>Käme hinzu</translation>
  </message>
  <message>
   <source>Write a report…</source>
   <translation>Bericht schreiben…</translation>
  </message>
  <message>
   <source>Write access</source>
   <translation>Schreibzugriff</translation>
  </message>
  <message>
   <source>Write by {time}</source>
   <translation>Schreiben bis {time}</translation>
  </message>
  <message>
   <source>Write in my mail program</source>
   <translation>Im Mailprogramm schreiben</translation>
  </message>
  <message>
   <source>Write stock</source>
   <translation>Bestand schreiben</translation>
  </message>
  <message>
   <source>Write the apology</source>
   <translation>Entschuldigung schreiben</translation>
  </message>
  <message>
   <source>Write the apology first.</source>
   <translation>Schreiben Sie erst die Entschuldigung.</translation>
  </message>
  <message>
   <source>Write the labels</source>
   <translation>Etiketten schreiben</translation>
  </message>
  <message numerus="yes">
   <source>Write to the buyers of the {n} orders below that still wait. Offer a later date or a refund.</source>
   <extracomment>Write to the buyer of the {n} order below that still waits. Offer a later date or a refund.</extracomment>
   <translation>
    <numerusform>Schreiben Sie dem Käufer der {n} Bestellung unten, die noch wartet. Bieten Sie einen späteren Tag oder die Erstattung an.</numerusform>
    <numerusform>Schreiben Sie den Käufern der {n} Bestellungen unten, die noch warten. Bieten Sie einen späteren Tag oder die Erstattung an.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Write to {n} people</source>
   <extracomment>Write to {n} person</extracomment>
   <translation>
    <numerusform>An {n} Person schreiben</numerusform>
    <numerusform>An {n} Personen schreiben</numerusform>
   </translation>
  </message>
  <message>
   <source>Writes stock too</source>
   <translation>Schreibt auch Bestand</translation>
  </message>
  <message>
   <source>Writing the ledger to a file: {n} rows</source>
   <translation>Journal wird in eine Datei geschrieben: {n} Zeilen</translation>
  </message>
  <message>
   <source>Written (UTC)</source>
   <translation>Geschrieben (UTC)</translation>
  </message>
  <message>
   <source>Written at {at}, no answer yet</source>
   <translation>Geschrieben um {at}, noch keine Antwort</translation>
  </message>
  <message>
   <source>Written at {at}, refund promised</source>
   <translation>Um {at} geschrieben, Erstattung zugesagt</translation>
  </message>
  <message>
   <source>Written off</source>
   <translation>Ausgebucht</translation>
  </message>
  <message>
   <source>Written to the ledger {at}</source>
   <translation>Ins Journal geschrieben {at}</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Falsch</translation>
  </message>
  <message numerus="yes">
   <source>Wrote {n} orders to the ledger</source>
   <extracomment>Wrote {n} order to the ledger</extracomment>
   <translation>
    <numerusform>{n} Bestellung ins Journal geschrieben</numerusform>
    <numerusform>{n} Bestellungen ins Journal geschrieben</numerusform>
   </translation>
  </message>
  <message>
   <source>Year ago</source>
   <translation>Vor einem Jahr</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>Yes, and it need not</source>
   <translation>Ja, ohne es zu müssen</translation>
  </message>
  <message>
   <source>Yes, elsewhere</source>
   <translation>Ja, anderswo</translation>
  </message>
  <message>
   <source>You already have a channel called {name}.</source>
   <translation>Sie haben schon einen Kanal namens {name}.</translation>
  </message>
  <message>
   <source>You are offline. Work on this computer goes on.</source>
   <translation>Sie sind offline. Die Arbeit an diesem Computer geht weiter.</translation>
  </message>
  <message numerus="yes">
   <source>You are offline. {n} updates wait here.</source>
   <extracomment>You are offline. {n} update waits here.</extracomment>
   <translation>
    <numerusform>Sie sind offline. {n} Änderung wartet hier.</numerusform>
    <numerusform>Sie sind offline. {n} Änderungen warten hier.</numerusform>
   </translation>
  </message>
  <message>
   <source>You can close this: Plimsoll goes on, and Channels shows the same.</source>
   <translation>Sie können dies schließen: Plimsoll macht weiter, und unter Kanäle steht dasselbe.</translation>
  </message>
  <message>
   <source>You can do something else meanwhile. Reading goes on, and nothing is written to the shop.</source>
   <translation>Sie können inzwischen etwas anderes tun. Das Lesen geht weiter, und in den Shop wird nichts geschrieben.</translation>
  </message>
  <message>
   <source>You change the numbers in Seller Central, and enter what was sold.</source>
   <translation>Sie ändern die Zahlen in Seller Central und tragen ein, was verkauft wurde.</translation>
  </message>
  <message>
   <source>You change the numbers in Squarespace, and enter what was sold.</source>
   <translation>Sie ändern die Zahlen in Squarespace und tragen ein, was verkauft wurde.</translation>
  </message>
  <message>
   <source>You change the numbers in Wix, and enter what was sold.</source>
   <translation>Sie ändern die Zahlen in Wix und tragen ein, was verkauft wurde.</translation>
  </message>
  <message>
   <source>You decided: it became a row of the ledger</source>
   <translation>Sie haben entschieden: Es wurde eine Zeile im Journal</translation>
  </message>
  <message>
   <source>You decided: written to the ledger</source>
   <translation>Ihre Entscheidung: ins Journal geschrieben</translation>
  </message>
  <message>
   <source>You enter its sales</source>
   <translation>Sie tragen sie ein</translation>
  </message>
  <message>
   <source>You enter the day’s sales, each with its time. Shopify POS needs no line here: it sells from Shopify.</source>
   <translation>Sie tragen die Verkäufe des Tages ein, jeden mit seiner Zeit. Shopify POS braucht hier keine Zeile: Es verkauft aus Shopify.</translation>
  </message>
  <message>
   <source>You get one thing to do for each number that has to change there. There are no sales to enter.</source>
   <translation>Sie bekommen eine Aufgabe für jede Zahl, die sich dort ändern muss. Verkäufe gibt es nicht einzutragen.</translation>
  </message>
  <message>
   <source>You keep {name} by hand already. Two places by hand are one too many: whatever you have not changed yet can be sold twice.</source>
   <translation>Sie führen {name} schon von Hand. Zwei Orte von Hand sind einer zu viel: Was Sie noch nicht geändert haben, kann doppelt verkauft werden.</translation>
  </message>
  <message>
   <source>You paused {shop}.</source>
   <translation>Sie haben {shop} pausiert.</translation>
  </message>
  <message>
   <source>You said: {cause}</source>
   <translation>Sie sagten: {cause}</translation>
  </message>
  <message>
   <source>You signed in to another shop: {name}.</source>
   <translation>Sie haben sich bei einem anderen Shop angemeldet: {name}.</translation>
  </message>
  <message>
   <source>You stop selling {n} minutes after the alert.</source>
   <translation>Sie stoppen den Verkauf {n} Minuten nach dem Hinweis.</translation>
  </message>
  <message>
   <source>You switched this alert off everywhere.</source>
   <translation>Sie haben diesen Hinweis überall ausgeschaltet.</translation>
  </message>
  <message>
   <source>You switched this alert off for the channel.</source>
   <translation>Sie haben diesen Hinweis für den Kanal ausgeschaltet.</translation>
  </message>
  <message>
   <source>You switched this alert off for the product on this channel.</source>
   <translation>Sie haben diesen Hinweis für das Produkt auf diesem Kanal ausgeschaltet.</translation>
  </message>
  <message>
   <source>You switched this alert off for the product.</source>
   <translation>Sie haben diesen Hinweis für das Produkt ausgeschaltet.</translation>
  </message>
  <message>
   <source>Your data</source>
   <translation>Ihre Daten</translation>
  </message>
  <message>
   <source>Your first count is kept. It stays hidden, so the second one is honest too.</source>
   <translation>Ihre erste Zählung ist gespeichert. Sie bleibt verborgen, damit auch die zweite ehrlich ist.</translation>
  </message>
  <message>
   <source>Your keys hold for this session. Allow writing in {folder}.</source>
   <translation>Ihre Schlüssel gelten für diese Sitzung. Erlauben Sie das Schreiben in {folder}.</translation>
  </message>
  <message>
   <source>Your mail provider names host and port for outgoing mail: often 465 with TLS, or 587 with STARTTLS.</source>
   <translation>Ihr Mailanbieter nennt Host und Port für ausgehende Mail: oft 465 mit TLS oder 587 mit STARTTLS.</translation>
  </message>
  <message>
   <source>Your mail server cannot be reached, or refused: {words}</source>
   <translation>Ihr Mailserver ist nicht erreichbar oder hat abgelehnt: {words}</translation>
  </message>
  <message>
   <source>Your mail server did not accept the user name and password.</source>
   <translation>Ihr Mailserver hat Benutzername und Passwort nicht akzeptiert.</translation>
  </message>
  <message>
   <source>Your mail server does not offer what was asked, so nothing was sent.</source>
   <translation>Ihr Mailserver bietet nicht, was verlangt war, deshalb wurde nichts gesendet.</translation>
  </message>
  <message>
   <source>Your mail server’s certificate does not prove that it is yours, so nothing was sent.</source>
   <translation>Das Zertifikat des Mailservers beweist nicht, dass es Ihrer ist, deshalb wurde nichts gesendet.</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Ihr Ruf</translation>
  </message>
  <message>
   <source>Your name, if you like</source>
   <translation>Ihr Name (optional)</translation>
  </message>
  <message>
   <source>Your next sale</source>
   <translation>Ihre nächste Aktion</translation>
  </message>
  <message>
   <source>Your offers may be switched off.</source>
   <translation>Ihre Angebote können abgeschaltet werden.</translation>
  </message>
  <message>
   <source>Your order {number}</source>
   <translation>Ihre Bestellung {number}</translation>
  </message>
  <message>
   <source>Your own cancellations. Those that the buyer asked for through Amazon do not count.</source>
   <translation>Ihre eigenen Stornierungen. Was der Käufer über Amazon verlangt hat, zählt nicht.</translation>
  </message>
  <message>
   <source>Your own limit, set {on}.</source>
   <translation>Ihre eigene Grenze, Stand {on}.</translation>
  </message>
  <message>
   <source>Your own mail server</source>
   <translation>Ihr eigener Mailserver</translation>
  </message>
  <message>
   <source>Your own webhook</source>
   <translation>Ihr eigener Webhook</translation>
  </message>
  <message>
   <source>Your products, your ledger and the sales entered here stay. You can add another place later.</source>
   <translation>Ihre Produkte, Ihr Journal und die hier eingegebenen Verkäufe bleiben. Sie können später einen anderen Ort hinzufügen.</translation>
  </message>
  <message>
   <source>Your relay answered {share} of the time Plimsoll ran in the last 30 days.</source>
   <translation>Ihr Relay hat in den letzten 30 Tagen {share} der Zeit geantwortet, in der Plimsoll lief.</translation>
  </message>
  <message>
   <source>Your sign-in keys are locked.</source>
   <translation>Ihre Anmeldeschlüssel sind gesperrt.</translation>
  </message>
  <message>
   <source>Your sign-in keys are sealed with a key in this computer’s keyring.</source>
   <translation>Ihre Anmeldeschlüssel sind mit einem Schlüssel im Schlüsselbund dieses Computers versiegelt.</translation>
  </message>
  <message>
   <source>Your sign-in keys are sealed with your passphrase, which you type at each start.</source>
   <translation>Ihre Anmeldeschlüssel sind mit Ihrem Passwortsatz versiegelt, den Sie bei jedem Start eingeben.</translation>
  </message>
  <message>
   <source>Your standing choice: it became a row of the ledger</source>
   <translation>Ihre feste Wahl: Es wurde eine Zeile im Journal</translation>
  </message>
  <message>
   <source>Your standing choice: written to the ledger</source>
   <translation>Ihre feste Wahl: ins Journal geschrieben</translation>
  </message>
  <message>
   <source>Your time</source>
   <translation>Ihre Zeit</translation>
  </message>
  <message>
   <source>Your usual hours</source>
   <translation>Ihre üblichen Zeiten</translation>
  </message>
  <message>
   <source>Your usual hours were set</source>
   <translation>Ihre üblichen Zeiten wurden festgelegt</translation>
  </message>
  <message>
   <source>Your webhook answered {status}.</source>
   <translation>Ihr Webhook antwortete {status}.</translation>
  </message>
  <message>
   <source>Your webhook cannot be reached: {words}</source>
   <translation>Ihr Webhook ist nicht erreichbar: {words}</translation>
  </message>
  <message>
   <source>Yours and your host’s: there is no promise to read. What Plimsoll measured stands above.</source>
   <translation>Ihre und die Ihres Hosters: Eine Zusage gibt es nicht. Was Plimsoll gemessen hat, steht oben.</translation>
  </message>
  <message>
   <source>Yours, %</source>
   <translation>Ihre, %</translation>
  </message>
  <message>
   <source>Z × σ × √days</source>
   <translation>Z × σ × √Tage</translation>
  </message>
  <message>
   <source>Z × √(days × σ² + average² × lateness²)</source>
   <translation>Z × √(Tage × σ² + Mittel² × Verspätung²)</translation>
  </message>
  <message>
   <source>Zero changes nothing.</source>
   <translation>Null ändert nichts.</translation>
  </message>
  <message>
   <source>Zero, I looked</source>
   <translation>Null, nachgesehen</translation>
  </message>
  <message>
   <source>a custom item</source>
   <translation>benutzerdefinierter Artikel</translation>
  </message>
  <message>
   <source>a number stands instead of what is set elsewhere, or on top of it</source>
   <translation>eine Zahl gilt statt dessen, was anderswo gesetzt ist, oder zusätzlich</translation>
  </message>
  <message>
   <source>a shop could not be read</source>
   <translation>ein Shop ließ sich nicht lesen</translation>
  </message>
  <message>
   <source>a webhook was lost</source>
   <translation>ein Webhook ging verloren</translation>
  </message>
  <message numerus="yes">
   <source>about {n} pieces</source>
   <extracomment>about {n} piece</extracomment>
   <translation>
    <numerusform>etwa {n} Stück</numerusform>
    <numerusform>etwa {n} Stück</numerusform>
   </translation>
  </message>
  <message>
   <source>add a webhook</source>
   <translation>Webhook anlegen</translation>
  </message>
  <message>
   <source>all sales, newer ones counting for more, and weekdays</source>
   <translation>allen Verkäufen, neuere stärker gewichtet, und Wochentagen</translation>
  </message>
  <message>
   <source>an hour</source>
   <translation>je Stunde</translation>
  </message>
  <message numerus="yes">
   <source>and {n} damaged</source>
   <extracomment>and {n} damaged</extracomment>
   <translation>
    <numerusform>und {n} beschädigt</numerusform>
    <numerusform>und {n} beschädigt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {n} more</source>
   <extracomment>and {n} more</extracomment>
   <translation>
    <numerusform>und {n} weiteres</numerusform>
    <numerusform>und {n} weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {n} more products</source>
   <extracomment>and {n} more product</extracomment>
   <translation>
    <numerusform>und {n} weiteres Produkt</numerusform>
    <numerusform>und {n} weitere Produkte</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {n} more that run out soon</source>
   <extracomment>and {n} more that runs out soon</extracomment>
   <translation>
    <numerusform>und {n} weiteres geht bald aus</numerusform>
    <numerusform>und {n} weitere gehen bald aus</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {n} more who wait for it</source>
   <extracomment>and {n} more who waits for it</extracomment>
   <translation>
    <numerusform>und {n} mehr wartet darauf</numerusform>
    <numerusform>und {n} weitere warten darauf</numerusform>
   </translation>
  </message>
  <message>
   <source>are enough in {chance}</source>
   <translation>reichen zu {chance}</translation>
  </message>
  <message numerus="yes">
   <source>as fast as its last {n} answers</source>
   <extracomment>as fast as its last {n} answer</extracomment>
   <translation>
    <numerusform>so schnell wie zuletzt ({n} Antwort)</numerusform>
    <numerusform>so schnell wie die letzten {n} Antworten</numerusform>
   </translation>
  </message>
  <message>
   <source>ask what to pay back</source>
   <translation>Betrag der Erstattung abfragen</translation>
  </message>
  <message numerus="yes">
   <source>asked to wait {n} times</source>
   <extracomment>asked to wait {n} time</extracomment>
   <translation>
    <numerusform>{n}-mal um Warten gebeten</numerusform>
    <numerusform>{n}-mal um Warten gebeten</numerusform>
   </translation>
  </message>
  <message>
   <source>asked {at}</source>
   <translation>verlangt: {at}</translation>
  </message>
  <message>
   <source>at least {share}</source>
   <translation>mindestens {share}</translation>
  </message>
  <message>
   <source>at most {share}</source>
   <translation>höchstens {share}</translation>
  </message>
  <message>
   <source>available</source>
   <translation>verfügbar</translation>
  </message>
  <message>
   <source>back on the shelf</source>
   <translation>Wiedereinlagerung</translation>
  </message>
  <message>
   <source>between two polls</source>
   <translation>zwischen zwei Abfragen</translation>
  </message>
  <message>
   <source>blind: the ledger’s numbers stay hidden</source>
   <translation>blind: Die Zahlen des Journals bleiben verborgen</translation>
  </message>
  <message>
   <source>by replaying the same buyers</source>
   <translation>durchgespielt mit denselben Käufern</translation>
  </message>
  <message>
   <source>by what it sells</source>
   <translation>nach Verkäufen</translation>
  </message>
  <message>
   <source>calls failed</source>
   <translation>Anfragen schlugen fehl</translation>
  </message>
  <message>
   <source>came home</source>
   <translation>zurückgekommen</translation>
  </message>
  <message>
   <source>cancel an order</source>
   <translation>Bestellung stornieren</translation>
  </message>
  <message>
   <source>cannot be taken away</source>
   <translation>lässt sich nicht entfernen</translation>
  </message>
  <message>
   <source>check.txt</source>
   <translation>pruefung.txt</translation>
  </message>
  <message>
   <source>checked {on}</source>
   <translation>Stand {on}</translation>
  </message>
  <message>
   <source>closed, to be posted</source>
   <translation>abgeschlossen, zu buchen</translation>
  </message>
  <message>
   <source>committed</source>
   <translation>zugesagt</translation>
  </message>
  <message>
   <source>confirmations.csv</source>
   <translation>bestaetigungen.csv</translation>
  </message>
  <message>
   <source>correction</source>
   <translation>Korrektur</translation>
  </message>
  <message>
   <source>could be {one} or {other}</source>
   <translation>könnte {one} oder {other} sein</translation>
  </message>
  <message>
   <source>count</source>
   <translation>Zählung</translation>
  </message>
  <message>
   <source>counted again so far</source>
   <translation>bisher nachgezählt</translation>
  </message>
  <message>
   <source>counted so far</source>
   <translation>bisher gezählt</translation>
  </message>
  <message>
   <source>counting, {done} of {all}</source>
   <translation>Zählung, {done} von {all}</translation>
  </message>
  <message>
   <source>covered again</source>
   <translation>wieder gedeckt</translation>
  </message>
  <message>
   <source>days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>days or</source>
   <translation>Tage oder</translation>
  </message>
  <message numerus="yes">
   <source>days since the last oversell</source>
   <extracomment>day since the last oversell</extracomment>
   <translation>
    <numerusform>Tag seit dem letzten Überverkauf</numerusform>
    <numerusform>Tage seit dem letzten Überverkauf</numerusform>
   </translation>
  </message>
  <message>
   <source>delivery</source>
   <translation>Zugang</translation>
  </message>
  <message>
   <source>each one can be taken back</source>
   <translation>jeder lässt sich zurücknehmen</translation>
  </message>
  <message>
   <source>each one can be undone</source>
   <translation>jeder lässt sich zurücknehmen</translation>
  </message>
  <message>
   <source>each under its own licence</source>
   <translation>jeder unter eigener Lizenz</translation>
  </message>
  <message>
   <source>every channel</source>
   <translation>jedem Kanal</translation>
  </message>
  <message>
   <source>every day</source>
   <translation>jeden Tag</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>überall</translation>
  </message>
  <message>
   <source>first</source>
   <translation>erste</translation>
  </message>
  <message>
   <source>first count, kept</source>
   <translation>erste Zählung, behalten</translation>
  </message>
  <message>
   <source>fixed</source>
   <translation>fest</translation>
  </message>
  <message>
   <source>floor</source>
   <translation>Mindestbestand</translation>
  </message>
  <message>
   <source>floor {floor}</source>
   <translation>Mindestbestand {floor}</translation>
  </message>
  <message>
   <source>floor {floor}, reorder at {at}</source>
   <translation>Min. {floor}, bestellen bei {at}</translation>
  </message>
  <message>
   <source>for</source>
   <translation>für</translation>
  </message>
  <message>
   <source>for question {n}</source>
   <translation>zu Frage {n}</translation>
  </message>
  <message>
   <source>go on where you stopped</source>
   <translation>dort weitermachen, wo Sie aufhörten</translation>
  </message>
  <message>
   <source>how often Plimsoll asks for new ones, in seconds</source>
   <translation>wie oft Plimsoll nach neuen fragt, in Sekunden</translation>
  </message>
  <message>
   <source>how sales rise or fall, and weekdays</source>
   <translation>dem Auf und Ab der Verkäufe und Wochentagen</translation>
  </message>
  <message>
   <source>how seldom it sells, and how many at a time</source>
   <translation>Abstand und Menge der seltenen Verkäufe</translation>
  </message>
  <message>
   <source>in Plimsoll</source>
   <translation>in Plimsoll</translation>
  </message>
  <message>
   <source>in the shop</source>
   <translation>im Shop</translation>
  </message>
  <message>
   <source>incident-{number}</source>
   <translation>vorfall-{number}</translation>
  </message>
  <message>
   <source>is counted</source>
   <translation>ist gezählt</translation>
  </message>
  <message>
   <source>is in row {row} already</source>
   <translation>steht schon in Zeile {row}</translation>
  </message>
  <message>
   <source>is missing</source>
   <translation>fehlt</translation>
  </message>
  <message>
   <source>is missing: say which currency the cost is in, such as GBP</source>
   <translation>fehlt: Nennen Sie die Währung der Kosten, etwa GBP</translation>
  </message>
  <message>
   <source>is the barcode of {sku} too</source>
   <translation>ist auch der Barcode von {sku}</translation>
  </message>
  <message>
   <source>it still runs.</source>
   <translation>sie läuft noch.</translation>
  </message>
  <message>
   <source>it was begun, but nothing was posted</source>
   <translation>sie wurde begonnen, aber nichts wurde gebucht</translation>
  </message>
  <message>
   <source>it was stopped.</source>
   <translation>sie wurde beendet.</translation>
  </message>
  <message>
   <source>its own limit of {n}</source>
   <translation>die eigene Grenze von {n}</translation>
  </message>
  <message>
   <source>kept with who and when</source>
   <translation>gespeichert mit Name und Zeit</translation>
  </message>
  <message>
   <source>last {n} days</source>
   <translation>letzte {n} Tage</translation>
  </message>
  <message>
   <source>late: somebody still waits for a word</source>
   <translation>zu spät: Jemand wartet noch auf Nachricht</translation>
  </message>
  <message>
   <source>left</source>
   <translation>übrig</translation>
  </message>
  <message>
   <source>left to write to everyone affected</source>
   <translation>übrig für alle Nachrichten</translation>
  </message>
  <message>
   <source>list webhooks</source>
   <translation>Webhooks auflisten</translation>
  </message>
  <message>
   <source>longer than {most} letters</source>
   <translation>länger als {most} Zeichen</translation>
  </message>
  <message>
   <source>look for caches</source>
   <translation>nach Caches suchen</translation>
  </message>
  <message>
   <source>lowered before</source>
   <translation>vorher gesenkt</translation>
  </message>
  <message>
   <source>master-statement</source>
   <translation>erklaerung-bestandsfuehrung</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>fehlt</translation>
  </message>
  <message>
   <source>more</source>
   <translation>mehr</translation>
  </message>
  <message>
   <source>more than {most}</source>
   <translation>mehr als {most}</translation>
  </message>
  <message>
   <source>most × most days − usual × usual days</source>
   <translation>meiste × meiste Tage − übliche × übliche Tage</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>no SKU</source>
   <translation>keine SKU</translation>
  </message>
  <message>
   <source>no answer</source>
   <translation>keine Antwort</translation>
  </message>
  <message>
   <source>no channel</source>
   <translation>kein Kanal</translation>
  </message>
  <message>
   <source>nobody began it</source>
   <translation>niemand hat sie begonnen</translation>
  </message>
  <message>
   <source>not counted yet</source>
   <translation>noch nicht gezählt</translation>
  </message>
  <message>
   <source>not estimated</source>
   <translation>nicht geschätzt</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>nicht bekannt</translation>
  </message>
  <message>
   <source>not now</source>
   <translation>jetzt nicht</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>nothing estimated</source>
   <translation>nichts geschätzt</translation>
  </message>
  <message>
   <source>nothing oversold</source>
   <translation>nichts überverkauft</translation>
  </message>
  <message>
   <source>nothing sold before to compare with</source>
   <translation>vorher wurde nichts zum Vergleich verkauft</translation>
  </message>
  <message>
   <source>nothing to check yet</source>
   <translation>noch nichts zu prüfen</translation>
  </message>
  <message>
   <source>nothing was sent</source>
   <translation>nichts wurde gesendet</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>of {allowed}</source>
   <translation>von {allowed}</translation>
  </message>
  <message numerus="yes">
   <source>of {n} {title}</source>
   <extracomment>of {n} {title}</extracomment>
   <translation>
    <numerusform>von {n} {title}</numerusform>
    <numerusform>von {n} {title}</numerusform>
   </translation>
  </message>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>offered: {options}</source>
   <translation>angeboten: {options}</translation>
  </message>
  <message>
   <source>on</source>
   <translation>an</translation>
  </message>
  <message>
   <source>on hand</source>
   <translation>vorhanden</translation>
  </message>
  <message numerus="yes">
   <source>on sale in {n} channels</source>
   <extracomment>on sale in {n} channel</extracomment>
   <translation>
    <numerusform>in {n} Kanal im Verkauf</numerusform>
    <numerusform>in {n} Kanälen im Verkauf</numerusform>
   </translation>
  </message>
  <message>
   <source>one more is made or bought</source>
   <translation>eines wird gefertigt oder gekauft</translation>
  </message>
  <message>
   <source>or just scan the next one. Count everything on the shelf, also what waits to be posted.</source>
   <translation>oder scannen Sie einfach das nächste. Zählen Sie alles im Regal, auch was auf den Versand wartet.</translation>
  </message>
  <message>
   <source>or per cent of the ledger’s number</source>
   <translation>oder Prozent der Zahl im Journal</translation>
  </message>
  <message>
   <source>orders</source>
   <translation>Bestellungen</translation>
  </message>
  <message>
   <source>orders by webhook</source>
   <translation>Bestellungen per Webhook</translation>
  </message>
  <message>
   <source>orders read now and then</source>
   <translation>Bestellungen ab und zu gelesen</translation>
  </message>
  <message>
   <source>outside-edits-{day}</source>
   <translation>fremde-aenderungen-{day}</translation>
  </message>
  <message>
   <source>over {share}</source>
   <translation>über {share}</translation>
  </message>
  <message>
   <source>pieces that are enough − what sells</source>
   <translation>Stück, die reichen − was sich verkauft</translation>
  </message>
  <message>
   <source>posted</source>
   <translation>gebucht</translation>
  </message>
  <message>
   <source>put back on sale</source>
   <translation>wieder in den Verkauf geben</translation>
  </message>
  <message>
   <source>put on sale</source>
   <translation>in den Verkauf geben</translation>
  </message>
  <message>
   <source>put photos back</source>
   <translation>Fotos zurückstellen</translation>
  </message>
  <message>
   <source>put together from the ledger and the channel logs</source>
   <translation>aus Journal und Kanalprotokollen</translation>
  </message>
  <message>
   <source>read a product</source>
   <translation>Produkt lesen</translation>
  </message>
  <message>
   <source>read after writing</source>
   <translation>nach dem Schreiben lesen</translation>
  </message>
  <message>
   <source>read an order</source>
   <translation>Bestellung lesen</translation>
  </message>
  <message>
   <source>read an order’s listing</source>
   <translation>Angebot einer Bestellung lesen</translation>
  </message>
  <message>
   <source>read before writing</source>
   <translation>vor dem Schreiben lesen</translation>
  </message>
  <message>
   <source>read how the cancel went</source>
   <translation>Ausgang der Stornierung lesen</translation>
  </message>
  <message>
   <source>read listings</source>
   <translation>Angebote lesen</translation>
  </message>
  <message>
   <source>read open orders</source>
   <translation>offene Bestellungen lesen</translation>
  </message>
  <message>
   <source>read orders</source>
   <translation>Bestellungen lesen</translation>
  </message>
  <message>
   <source>read orders once more</source>
   <translation>Bestellungen nochmals lesen</translation>
  </message>
  <message>
   <source>read photos</source>
   <translation>Fotos lesen</translation>
  </message>
  <message>
   <source>read stock</source>
   <translation>Bestand lesen</translation>
  </message>
  <message>
   <source>read the shop’s clock</source>
   <translation>Uhr des Shops lesen</translation>
  </message>
  <message>
   <source>read the shop’s name</source>
   <translation>Namen des Shops lesen</translation>
  </message>
  <message>
   <source>read which computer sends</source>
   <translation>lesen, welcher Computer sendet</translation>
  </message>
  <message>
   <source>refund</source>
   <translation>erstatten</translation>
  </message>
  <message>
   <source>rehearsal.txt</source>
   <translation>probelauf.txt</translation>
  </message>
  <message>
   <source>released</source>
   <translation>Freigabe</translation>
  </message>
  <message>
   <source>remove a webhook</source>
   <translation>Webhook entfernen</translation>
  </message>
  <message>
   <source>renew the sign-in</source>
   <translation>Anmeldung erneuern</translation>
  </message>
  <message>
   <source>review, {agree} of {all} agree</source>
   <translation>Durchsicht, {agree} von {all} stimmen</translation>
  </message>
  <message numerus="yes">
   <source>rolling {n} days</source>
   <extracomment>rolling {n} day</extracomment>
   <translation>
    <numerusform>gleitend {n} Tag</numerusform>
    <numerusform>gleitend {n} Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>rolling {n} months</source>
   <extracomment>rolling {n} month</extracomment>
   <translation>
    <numerusform>gleitend {n} Monat</numerusform>
    <numerusform>gleitend {n} Monate</numerusform>
   </translation>
  </message>
  <message>
   <source>sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>sales, and late deliveries</source>
   <translation>Verkäufe und späte Lieferungen</translation>
  </message>
  <message>
   <source>say which computer sends</source>
   <translation>festhalten, welcher Computer sendet</translation>
  </message>
  <message>
   <source>selling a piece twice before Plimsoll hears of it</source>
   <translation>ein Stück doppelt verkaufen, bevor Plimsoll davon erfährt</translation>
  </message>
  <message>
   <source>sells meanwhile</source>
   <translation>derweil verkauft</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>Versand</translation>
  </message>
  <message>
   <source>set on or off sale</source>
   <translation>Verkauf an- oder abschalten</translation>
  </message>
  <message>
   <source>set stock</source>
   <translation>Bestand setzen</translation>
  </message>
  <message>
   <source>set stock {quantity} at {shop}</source>
   <translation>Bestand {quantity} bei {shop} setzen</translation>
  </message>
  <message>
   <source>sign in</source>
   <translation>anmelden</translation>
  </message>
  <message>
   <source>since {when}</source>
   <translation>seit {when}</translation>
  </message>
  <message>
   <source>slow answers</source>
   <translation>langsame Antworten</translation>
  </message>
  <message>
   <source>sold</source>
   <translation>verkauft</translation>
  </message>
  <message>
   <source>sold so far</source>
   <translation>bisher verkauft</translation>
  </message>
  <message>
   <source>some products were not counted in time</source>
   <translation>einige Produkte wurden nicht pünktlich gezählt</translation>
  </message>
  <message>
   <source>split: {share} of {pool} here, because Plimsoll will soon be out of reach</source>
   <translation>aufgeteilt: {share} von {pool} hier, weil Plimsoll bald nicht erreichbar ist</translation>
  </message>
  <message>
   <source>split: {share} of {pool} here, because few are left for how fast they sell</source>
   <translation>aufgeteilt: {share} von {pool} hier, weil für das Verkaufstempo wenig übrig ist</translation>
  </message>
  <message>
   <source>split: {share} of {pool} here, because it is not known yet how fast it sells</source>
   <translation>aufgeteilt: {share} von {pool} hier, weil noch nicht bekannt ist, wie schnell es sich verkauft</translation>
  </message>
  <message>
   <source>split: {share} of {pool} here, because its other parts allow no more</source>
   <translation>aufgeteilt: {share} von {pool} hier, weil die anderen Teile des Sets nicht für mehr reichen</translation>
  </message>
  <message>
   <source>split: {share} of {pool} here, because you want it never oversold</source>
   <translation>aufgeteilt: {share} von {pool} hier, weil Sie nie einen Überverkauf wollen</translation>
  </message>
  <message numerus="yes">
   <source>split: {share} of {pool} here, because {place} was {n} minutes behind</source>
   <extracomment>split: {share} of {pool} here, because {place} was {n} minute behind</extracomment>
   <translation>
    <numerusform>aufgeteilt: {share} von {pool} hier, weil {place} um {n} Minute im Rückstand war</numerusform>
    <numerusform>aufgeteilt: {share} von {pool} hier, weil {place} um {n} Minuten im Rückstand war</numerusform>
   </translation>
  </message>
  <message>
   <source>spread</source>
   <translation>Streuung</translation>
  </message>
  <message>
   <source>still open</source>
   <translation>noch offen</translation>
  </message>
  <message>
   <source>sync prevents, these find what drifted anyway</source>
   <translation>der Abgleich beugt vor, diese finden, was trotzdem abweicht</translation>
  </message>
  <message>
   <source>take off sale</source>
   <translation>aus dem Verkauf nehmen</translation>
  </message>
  <message>
   <source>taken along, and held back everywhere</source>
   <translation>mitgenommen und überall zurückgehalten</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>zurückgenommen</translation>
  </message>
  <message>
   <source>taken off late</source>
   <translation>spät abgezogen</translation>
  </message>
  <message>
   <source>test the key</source>
   <translation>Schlüssel testen</translation>
  </message>
  <message>
   <source>test the keys</source>
   <translation>Schlüssel testen</translation>
  </message>
  <message>
   <source>the app was closed</source>
   <translation>die App war geschlossen</translation>
  </message>
  <message>
   <source>the buyer asked to cancel</source>
   <translation>der Käufer bat um Stornierung</translation>
  </message>
  <message>
   <source>the computer was off</source>
   <translation>der Computer war aus</translation>
  </message>
  <message>
   <source>the greater of the two; any at 2 or fewer</source>
   <translation>das Größere von beiden; bei 2 oder weniger jede</translation>
  </message>
  <message>
   <source>the last 90 days</source>
   <translation>die letzten 90 Tage</translation>
  </message>
  <message>
   <source>the limit that is known of it</source>
   <translation>die bekannte Grenze</translation>
  </message>
  <message>
   <source>the mean of the last four weeks</source>
   <translation>dem Mittel der letzten vier Wochen</translation>
  </message>
  <message>
   <source>the season of last year, and weekdays</source>
   <translation>der Saison des Vorjahres und Wochentagen</translation>
  </message>
  <message>
   <source>the two hours are over</source>
   <translation>die zwei Stunden sind um</translation>
  </message>
  <message>
   <source>they chose: {option}</source>
   <translation>gewählt: {option}</translation>
  </message>
  <message>
   <source>this screen</source>
   <translation>dieser Bildschirm</translation>
  </message>
  <message>
   <source>to</source>
   <translation>bis</translation>
  </message>
  <message>
   <source>too many requests</source>
   <translation>zu viele Anfragen</translation>
  </message>
  <message>
   <source>took {time}</source>
   <translation>dauerte {time}</translation>
  </message>
  <message>
   <source>two orders in one second</source>
   <translation>zwei Bestellungen in einer Sekunde</translation>
  </message>
  <message>
   <source>typed in for {day}</source>
   <translation>eingetippt für {day}</translation>
  </message>
  <message>
   <source>typed {pieces}</source>
   <translation>eingetippt: {pieces}</translation>
  </message>
  <message>
   <source>under {share}</source>
   <translation>unter {share}</translation>
  </message>
  <message>
   <source>until</source>
   <translation>bis</translation>
  </message>
  <message>
   <source>until everyone was written to</source>
   <translation>bis allen geschrieben war</translation>
  </message>
  <message>
   <source>usual</source>
   <translation>üblich</translation>
  </message>
  <message>
   <source>week by week</source>
   <translation>Woche für Woche</translation>
  </message>
  <message>
   <source>while Plimsoll is closed, nobody answers a sale</source>
   <translation>solange Plimsoll geschlossen ist, beantwortet niemand einen Verkauf</translation>
  </message>
  <message>
   <source>window not known</source>
   <translation>Zeitraum nicht bekannt</translation>
  </message>
  <message>
   <source>with usual answers, none was measured</source>
   <translation>mit üblichen Antworten, keine wurde gemessen</translation>
  </message>
  <message>
   <source>without a network too</source>
   <translation>auch ohne Netz</translation>
  </message>
  <message>
   <source>worst</source>
   <translation>schlimmstens</translation>
  </message>
  <message>
   <source>would have prevented it</source>
   <translation>hätte es verhindert</translation>
  </message>
  <message numerus="yes">
   <source>would have saved {n} pieces of {all}</source>
   <extracomment>would have saved {n} piece of {all}</extracomment>
   <translation>
    <numerusform>hätte {n} von {all} Stück gerettet</numerusform>
    <numerusform>hätte {n} von {all} Stück gerettet</numerusform>
   </translation>
  </message>
  <message>
   <source>would not have prevented it</source>
   <translation>hätte es nicht verhindert</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{act}</source>
   <translation>{act}</translation>
  </message>
  <message>
   <source>{address}. {state}</source>
   <translation>{address}. {state}</translation>
  </message>
  <message>
   <source>{ago}, {at}</source>
   <translation>{ago}, {at}</translation>
  </message>
  <message>
   <source>{agree} of {all} agree</source>
   <translation>{agree} von {all} stimmen</translation>
  </message>
  <message>
   <source>{agree} of {all} agree, compared {at}.</source>
   <translation>{agree} von {all} stimmen, verglichen {at}.</translation>
  </message>
  <message>
   <source>{agree} of {all} agree.</source>
   <translation>{agree} von {all} stimmen.</translation>
  </message>
  <message>
   <source>{alert}: days</source>
   <translation>{alert}: Tage</translation>
  </message>
  <message>
   <source>{alert}: minutes</source>
   <translation>{alert}: Minuten</translation>
  </message>
  <message>
   <source>{another}. Decide which one sends: two undo each other’s numbers.</source>
   <translation>{another}. Entscheiden Sie, welcher sendet: Zwei machen einander die Zahlen zunichte.</translation>
  </message>
  <message>
   <source>{answer}: {what}</source>
   <translation>{answer}: {what}</translation>
  </message>
  <message>
   <source>{at}, one journal.</source>
   <translation>{at}, ein Journal.</translation>
  </message>
  <message>
   <source>{at}, {size}.</source>
   <translation>{at}, {size}.</translation>
  </message>
  <message>
   <source>{at}: {found}</source>
   <translation>{at}: {found}</translation>
  </message>
  <message>
   <source>{at}: {pieces} {title}, {sku}.</source>
   <translation>{at}: {pieces} {title}, {sku}.</translation>
  </message>
  <message>
   <source>{at}: {pieces} {title}, {sku}. Taken back.</source>
   <translation>{at}: {pieces} {title}, {sku}. Zurückgenommen.</translation>
  </message>
  <message>
   <source>{at}: {title}. {what}. {rule}.</source>
   <translation>{at}: {title}. {what}. {rule}.</translation>
  </message>
  <message>
   <source>{at}: {verb}, {target}. {outcome}, {ms} ms. {words}</source>
   <translation>{at}: {verb}, {target}. {outcome}, {ms} ms. {words}</translation>
  </message>
  <message>
   <source>{at}: {what}</source>
   <translation>{at}: {what}</translation>
  </message>
  <message>
   <source>{audit}: {words}</source>
   <translation>{audit}: {words}</translation>
  </message>
  <message>
   <source>{available} available: ended here at {end_when} or fewer</source>
   <translation>{available} verfügbar: hier bei höchstens {end_when} beendet</translation>
  </message>
  <message>
   <source>{available} available: kept for {place}</source>
   <translation>{available} verfügbar: zurückgelegt für {place}</translation>
  </message>
  <message>
   <source>{available} available: paused everywhere below {below}</source>
   <translation>{available} verfügbar: unter {below} überall pausiert</translation>
  </message>
  <message>
   <source>{bar}: {count}</source>
   <translation>{bar}: {count}</translation>
  </message>
  <message>
   <source>{before} were held back until {at}, then {after}.</source>
   <translation>Zurückgehalten bis {at}: {before}, danach {after}.</translation>
  </message>
  <message>
   <source>{before} → {after}</source>
   <translation>{before} → {after}</translation>
  </message>
  <message>
   <source>{began} Everything was read back after {length}.</source>
   <translation>{began} Alles zurückgelesen: {length}.</translation>
  </message>
  <message>
   <source>{began} Read back after {length}, signed after {whole}.</source>
   <translation>{began} Zurückgelesen: {length}, unterschrieben: {whole}.</translation>
  </message>
  <message>
   <source>{began} {length} so far.</source>
   <translation>{began} Bisher {length}.</translation>
  </message>
  <message>
   <source>{begin} to {end}</source>
   <translation>{begin} bis {end}</translation>
  </message>
  <message>
   <source>{bought}, bought {day}. {before}</source>
   <translation>{bought}, gekauft {day}. {before}</translation>
  </message>
  <message>
   <source>{cause}, {how}</source>
   <translation>{cause}, {how}</translation>
  </message>
  <message>
   <source>{certainty}: {cause}. {reasons}</source>
   <translation>{certainty}: {cause}. {reasons}</translation>
  </message>
  <message>
   <source>{chance} sure not to run out before a delivery</source>
   <translation>{chance} sicher, dass es bis zur Lieferung reicht</translation>
  </message>
  <message>
   <source>{changed}, {gone}. The channels are told at once.</source>
   <translation>{changed}, {gone}. Die Kanäle erfahren es sofort.</translation>
  </message>
  <message>
   <source>{change} at {at}, not ours</source>
   <translation>{change}, {at}, nicht von uns</translation>
  </message>
  <message>
   <source>{change} at {at}, not ours, {length} after our own write</source>
   <translation>{change}, {at}, nicht von uns, {length} nach unserer Zahl</translation>
  </message>
  <message>
   <source>{change} at {at}, {length} after a sale there: perhaps it follows late</source>
   <translation>{change} um {at}, {length} nach einem Verkauf dort: vielleicht folgt sie verspätet</translation>
  </message>
  <message>
   <source>{change}, now {counted}</source>
   <translation>{change}, jetzt {counted}</translation>
  </message>
  <message>
   <source>{change}, {when}</source>
   <translation>{change}, {when}</translation>
  </message>
  <message>
   <source>{change}, {when}, by {who}</source>
   <translation>{change}, {when}, von {who}</translation>
  </message>
  <message>
   <source>{channels}. Plimsoll only reads at first, and shows you what it would change.</source>
   <translation>{channels}. Plimsoll liest zunächst nur und zeigt Ihnen, was es ändern würde.</translation>
  </message>
  <message>
   <source>{channel} leaves its own number as it is.</source>
   <translation>{channel} lässt die eigene Zahl, wie sie ist.</translation>
  </message>
  <message>
   <source>{channel} only notes it. Pay the buyer back yourself.</source>
   <translation>{channel} vermerkt es nur. Zahlen Sie dem Käufer selbst zurück.</translation>
  </message>
  <message>
   <source>{channel} puts the pieces back on its own number.</source>
   <translation>{channel} rechnet die Stücke der eigenen Zahl wieder zu.</translation>
  </message>
  <message>
   <source>{channel}. {way}</source>
   <translation>{channel}. {way}</translation>
  </message>
  <message>
   <source>{check}. {words}</source>
   <translation>{check}. {words}</translation>
  </message>
  <message>
   <source>{code} is not in your shop</source>
   <translation>{code} ist nicht in Ihrem Shop</translation>
  </message>
  <message>
   <source>{code} is not in your shop.</source>
   <translation>{code} ist nicht in Ihrem Shop.</translation>
  </message>
  <message>
   <source>{code} is not in your shop. It is kept below.</source>
   <translation>{code} ist nicht in Ihrem Shop. Es bleibt unten stehen.</translation>
  </message>
  <message>
   <source>{code} is not in your shop. Nothing was booked.</source>
   <translation>{code} ist nicht in Ihrem Shop. Nichts wurde gebucht.</translation>
  </message>
  <message>
   <source>{code} is not possible here.</source>
   <translation>{code} ist hier nicht möglich.</translation>
  </message>
  <message>
   <source>{column} {after}</source>
   <translation>{column} {after}</translation>
  </message>
  <message>
   <source>{column} {before} taken away</source>
   <translation>{column} {before} entfernt</translation>
  </message>
  <message>
   <source>{column} {before} → {after}</source>
   <translation>{column} {before} → {after}</translation>
  </message>
  <message>
   <source>{column} {value}, {title}</source>
   <translation>{column} {value}, {title}</translation>
  </message>
  <message>
   <source>{coming} Such totals were off by {off} before, the plain mean by {plain}.</source>
   <translation>{coming} Solche Summen lagen bisher um {off} daneben, das einfache Mittel um {plain}.</translation>
  </message>
  <message>
   <source>{coming} Such totals were off by {off} before; nothing cleverer was clearly better.</source>
   <translation>{coming} Solche Summen lagen bisher um {off} daneben; nichts Klügeres war klar besser.</translation>
  </message>
  <message>
   <source>{coming} The past is too short to say how good that is.</source>
   <translation>{coming} Die Vergangenheit ist zu kurz, um zu sagen, wie gut das ist.</translation>
  </message>
  <message>
   <source>{committed} are promised to orders.</source>
   <translation>{committed} sind Bestellungen zugesagt.</translation>
  </message>
  <message>
   <source>{cost}, as typed (minor units)</source>
   <translation>{cost}, wie eingegeben (Kleinsteinheit)</translation>
  </message>
  <message>
   <source>{counted} counted</source>
   <translation>{counted} gezählt</translation>
  </message>
  <message>
   <source>{counted}.</source>
   <translation>{counted}.</translation>
  </message>
  <message>
   <source>{counted}: {parts}.</source>
   <translation>{counted}: {parts}.</translation>
  </message>
  <message>
   <source>{count} is due.</source>
   <translation>{count}: fällig.</translation>
  </message>
  <message>
   <source>{count}, begun {at}</source>
   <translation>{count}, begonnen {at}</translation>
  </message>
  <message>
   <source>{count}. {note}</source>
   <translation>{count}. {note}</translation>
  </message>
  <message>
   <source>{count}: {progress}</source>
   <translation>{count}: {progress}</translation>
  </message>
  <message>
   <source>{currency} has {digits} decimal places at most</source>
   <translation>{currency} hat höchstens {digits} Nachkommastellen</translation>
  </message>
  <message>
   <source>{damage} Put the newest backup back?</source>
   <translation>{damage} Neueste Sicherung wiederherstellen?</translation>
  </message>
  <message>
   <source>{damage} Save what can be read?</source>
   <translation>{damage} Retten, was lesbar ist?</translation>
  </message>
  <message>
   <source>{date}, confirmed by {who}</source>
   <translation>{date}, bestätigt von {who}</translation>
  </message>
  <message>
   <source>{date}, {time}</source>
   <translation>{date}, {time}</translation>
  </message>
  <message>
   <source>{days} days</source>
   <translation>{days} Tage</translation>
  </message>
  <message>
   <source>{days} days or {orders} orders</source>
   <translation>{days} Tage oder {orders} Bestellungen</translation>
  </message>
  <message>
   <source>{days} × {sales}² + {mean}² × {late}²</source>
   <translation>{days} × {sales}² + {mean}² × {late}²</translation>
  </message>
  <message numerus="yes">
   <source>{day}, in {n} days</source>
   <extracomment>{day}, in {n} day</extracomment>
   <translation>
    <numerusform>{day}, in {n} Tag</numerusform>
    <numerusform>{day}, in {n} Tagen</numerusform>
   </translation>
  </message>
  <message>
   <source>{day}: {what}, from {who}. {state}.</source>
   <translation>{day}: {what}, von {who}. {state}.</translation>
  </message>
  <message>
   <source>{defects}. Four buyers never break it.</source>
   <translation>{defects}. Vier Käufer überschreiten die Grenze nie.</translation>
  </message>
  <message>
   <source>{defects}. Three buyers never break it.</source>
   <translation>{defects}. Drei Käufer überschreiten die Grenze nie.</translation>
  </message>
  <message>
   <source>{done} of {all}</source>
   <translation>{done} von {all}</translation>
  </message>
  <message>
   <source>{done} of {all} counted</source>
   <translation>{done} von {all} gezählt</translation>
  </message>
  <message>
   <source>{done} of {all} counted.</source>
   <translation>{done} von {all} gezählt.</translation>
  </message>
  <message>
   <source>{done} of {all} stopped</source>
   <translation>{done} von {all} gestoppt</translation>
  </message>
  <message>
   <source>{done} of {all} ticks</source>
   <translation>{done} von {all} Häkchen</translation>
  </message>
  <message numerus="yes">
   <source>{done} of {n} channels</source>
   <extracomment>{done} of {n} channel</extracomment>
   <translation>
    <numerusform>{done} von {n} Kanal</numerusform>
    <numerusform>{done} von {n} Kanälen</numerusform>
   </translation>
  </message>
  <message>
   <source>{done} of {of} products reckoned</source>
   <translation>{done} von {of} Produkten berechnet</translation>
  </message>
  <message>
   <source>{duration} ago</source>
   <translation>vor {duration}</translation>
  </message>
  <message>
   <source>{ends} Since {at}.</source>
   <translation>{ends} Seit {at}.</translation>
  </message>
  <message>
   <source>{equal} of {all} agreed: {percent} %.</source>
   <translation>{equal} von {all} stimmten: {percent} %.</translation>
  </message>
  <message>
   <source>{failed} of the last {calls} calls to {shop} failed.</source>
   <translation>{failed} der letzten {calls} Anfragen an {shop} schlugen fehl.</translation>
  </message>
  <message>
   <source>{failed} of {writes}</source>
   <translation>{failed} von {writes}</translation>
  </message>
  <message>
   <source>{failed} of {writes} updates refused in 24 hours.</source>
   <translation>{failed} von {writes} Änderungen in 24 Stunden abgelehnt.</translation>
  </message>
  <message>
   <source>{file} cannot be read: {reason}</source>
   <translation>{file} ist nicht lesbar: {reason}</translation>
  </message>
  <message>
   <source>{file} cannot be written.</source>
   <translation>{file} ist nicht schreibbar.</translation>
  </message>
  <message>
   <source>{file} cannot be written: {reason}</source>
   <translation>{file} lässt sich nicht schreiben: {reason}</translation>
  </message>
  <message>
   <source>{file} could not be written: {reason}</source>
   <translation>{file} konnte nicht geschrieben werden: {reason}</translation>
  </message>
  <message>
   <source>{file} is empty.</source>
   <translation>{file} ist leer.</translation>
  </message>
  <message>
   <source>{file} is larger than {most} MB.</source>
   <translation>{file} ist größer als {most} MB.</translation>
  </message>
  <message>
   <source>{file} is saved.</source>
   <translation>{file} ist gespeichert.</translation>
  </message>
  <message>
   <source>{file} is written</source>
   <translation>{file} ist geschrieben</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{floor}, reorder at {reorder}</source>
   <translation>{floor}, nachbestellen bei {reorder}</translation>
  </message>
  <message>
   <source>{found} of {all} products</source>
   <translation>{found} von {all} Produkten</translation>
  </message>
  <message numerus="yes">
   <source>{good} of {n} numbers</source>
   <extracomment>{good} of {n} number</extracomment>
   <translation>
    <numerusform>{good} von {n} Zahl</numerusform>
    <numerusform>{good} von {n} Zahlen</numerusform>
   </translation>
  </message>
  <message>
   <source>{held} + {added}</source>
   <translation>{held} + {added}</translation>
  </message>
  <message>
   <source>{host} did not say whether there is a newer version.</source>
   <translation>{host} sagte nicht, ob es eine neuere Version gibt.</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>{hours} h {minutes} min</translation>
  </message>
  <message>
   <source>{how}.</source>
   <translation>{how}.</translation>
  </message>
  <message>
   <source>{incident}. {title}. {left} {what}</source>
   <translation>{incident}. {title}. {left} {what}</translation>
  </message>
  <message>
   <source>{kind} {change}</source>
   <translation>{kind} {change}</translation>
  </message>
  <message>
   <source>{label} begins with {start}.</source>
   <translation>{label} beginnt mit {start}.</translation>
  </message>
  <message>
   <source>{label} begins with {start}. Copy it from the shop once more.</source>
   <translation>{label} beginnt mit {start}. Kopieren Sie es noch einmal aus dem Shop.</translation>
  </message>
  <message>
   <source>{label} is missing.</source>
   <translation>{label} fehlt.</translation>
  </message>
  <message>
   <source>{label} is missing. Copy it from the shop, as in the steps above.</source>
   <translation>{label} fehlt. Kopieren Sie es aus dem Shop, wie in den Schritten oben.</translation>
  </message>
  <message>
   <source>{label}, {count}</source>
   <translation>{label}, {count}</translation>
  </message>
  <message>
   <source>{label}: {about}</source>
   <translation>{label}: {about}</translation>
  </message>
  <message>
   <source>{left} to {back}: nothing was sold.</source>
   <translation>{left} bis {back}: Nichts wurde verkauft.</translation>
  </message>
  <message numerus="yes">
   <source>{left} to {back}: {n} orders were booked, {pieces} sold.</source>
   <extracomment>{left} to {back}: {n} order was booked, {pieces} sold.</extracomment>
   <translation>
    <numerusform>{left} bis {back}: {n} Bestellung gebucht, {pieces} verkauft.</numerusform>
    <numerusform>{left} bis {back}: {n} Bestellungen gebucht, {pieces} verkauft.</numerusform>
   </translation>
  </message>
  <message>
   <source>{linked} of {listed} linked</source>
   <translation>{linked}/{listed} verknüpft</translation>
  </message>
  <message>
   <source>{linked} of {listed} listings linked.</source>
   <translation>{linked} von {listed} Angeboten verknüpft.</translation>
  </message>
  <message>
   <source>{listed}. They are in the parcel.</source>
   <translation>{listed}. Sie sind im Paket.</translation>
  </message>
  <message>
   <source>{made} {kept}</source>
   <translation>{made} {kept}</translation>
  </message>
  <message>
   <source>{mean}, most {most}</source>
   <translation>{mean}, höchstens {most}</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <source>{minutes} min each</source>
   <translation>je {minutes} min</translation>
  </message>
  <message>
   <source>{minutes} min {seconds} s</source>
   <translation>{minutes} min {seconds} s</translation>
  </message>
  <message>
   <source>{missed}: {why}</source>
   <translation>{missed}: {why}</translation>
  </message>
  <message>
   <source>{missing} pieces missing or damaged, {surplus} more than expected.</source>
   <translation>{missing} Stück fehlen oder sind beschädigt, {surplus} mehr als erwartet.</translation>
  </message>
  <message>
   <source>{money} lie in floors.</source>
   <translation>{money} stecken in Mindestbeständen.</translation>
  </message>
  <message>
   <source>{months} months, {longer} with fewer than {orders} orders</source>
   <translation>{months} Monate, {longer} bei weniger als {orders} Bestellungen</translation>
  </message>
  <message>
   <source>{month}: {words}</source>
   <translation>{month}: {words}</translation>
  </message>
  <message>
   <source>{more} on every channel, so numbers go down now. Orders are read more often. Nothing else changes, and ending it puts all back.</source>
   <translation>{more}, in jedem Kanal: Die Zahlen sinken also jetzt. Bestellungen werden öfter gelesen. Sonst ändert sich nichts, und das Beenden stellt alles zurück.</translation>
  </message>
  <message>
   <source>{ms} ms</source>
   <translation>{ms} ms</translation>
  </message>
  <message numerus="yes">
   <source>{named} and {n} more</source>
   <extracomment>{named} and {n} more</extracomment>
   <translation>
    <numerusform>{named} und {n} weiteres</numerusform>
    <numerusform>{named} und {n} weitere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} are paused: they keep the numbers that they show.</source>
   <extracomment>{names} is paused: it keeps the number that it shows.</extracomment>
   <translation>
    <numerusform>{names} ist pausiert: Die angezeigte Zahl bleibt.</numerusform>
    <numerusform>{names} sind pausiert: Die angezeigten Zahlen bleiben.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} are sent what differs now, and every change from then on.</source>
   <extracomment>{names} is sent what differs now, and every change from then on.</extracomment>
   <translation>
    <numerusform>{names} erhält, was jetzt abweicht, und danach jede Änderung.</numerusform>
    <numerusform>{names} erhalten, was jetzt abweicht, und danach jede Änderung.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} do not answer: they count with all that they may still sell.</source>
   <extracomment>{names} does not answer: it counts with all that it may still sell.</extracomment>
   <translation>
    <numerusform>{names} antwortet nicht: Es zählt alles, was dort noch verkauft werden kann.</numerusform>
    <numerusform>{names} antworten nicht: Es zählt alles, was dort noch verkauft werden kann.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} keep the numbers that they show: nothing is sent there.</source>
   <extracomment>{names} keeps the number that it shows: nothing is sent there.</extracomment>
   <translation>
    <numerusform>{names} behält die angezeigte Zahl: Dorthin wird nichts gesendet.</numerusform>
    <numerusform>{names} behalten die angezeigten Zahlen: Dorthin wird nichts gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} keep their present numbers and go on selling. Plimsoll sends them nothing until you resume.</source>
   <extracomment>{names} keeps its present numbers and goes on selling. Plimsoll sends it nothing until you resume.</extracomment>
   <translation>
    <numerusform>{names} behält die jetzigen Zahlen und verkauft weiter. Plimsoll sendet nichts, bis Sie fortsetzen.</numerusform>
    <numerusform>{names} behalten die jetzigen Zahlen und verkaufen weiter. Plimsoll sendet nichts, bis Sie fortsetzen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} may change stock at {shop} too, and do not need to: two writers undo each other. Take their access back there, and note it here.</source>
   <extracomment>{names} may change stock at {shop} too, and does not need to: two writers undo each other. Take its access back there, and note it here.</extracomment>
   <translation>
    <numerusform>Auch {names} darf bei {shop} den Bestand ändern und braucht es nicht: zwei, die schreiben, heben einander auf. Nehmen Sie den Zugang dort zurück, und vermerken Sie es hier.</numerusform>
    <numerusform>Auch {names} dürfen bei {shop} den Bestand ändern und brauchen es nicht: zwei, die schreiben, heben einander auf. Nehmen Sie die Zugänge dort zurück, und vermerken Sie es hier.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}  {keys}</source>
   <translation>{name}  {keys}</translation>
  </message>
  <message>
   <source>{name} begins {at}</source>
   <translation>{name} beginnt: {at}</translation>
  </message>
  <message>
   <source>{name} delivers no more</source>
   <translation>{name} liefert nicht mehr</translation>
  </message>
  <message>
   <source>{name} is called off</source>
   <translation>{name} ist abgesagt</translation>
  </message>
  <message>
   <source>{name} is counted in with {more} more.</source>
   <translation>{name} ist mit {more} mehr eingerechnet.</translation>
  </message>
  <message>
   <source>{name} is due to begin</source>
   <translation>{name} soll beginnen</translation>
  </message>
  <message>
   <source>{name} is noted</source>
   <translation>{name} ist vermerkt</translation>
  </message>
  <message>
   <source>{name} is planned</source>
   <translation>{name} ist geplant</translation>
  </message>
  <message>
   <source>{name} is there already.</source>
   <translation>{name} gibt es schon.</translation>
  </message>
  <message>
   <source>{name} – Plimsoll</source>
   <translation>{name} – Plimsoll</translation>
  </message>
  <message>
   <source>{name}, in {folder}</source>
   <translation>{name}, in {folder}</translation>
  </message>
  <message>
   <source>{name}, {day}</source>
   <translation>{name}, {day}</translation>
  </message>
  <message>
   <source>{name}, {first} to {last}</source>
   <translation>{name}, {first} bis {last}</translation>
  </message>
  <message>
   <source>{name}, {n} products. {note}</source>
   <translation>{name}, {n} Produkte. {note}</translation>
  </message>
  <message>
   <source>{name}: how it is meant</source>
   <translation>{name}: wie es gemeint ist</translation>
  </message>
  <message>
   <source>{name}: other terms from now on</source>
   <translation>{name}: ab jetzt andere Bedingungen</translation>
  </message>
  <message>
   <source>{name}: promises {promised} days, takes {real}, by {orders}. Packs of {pack}, at least {minimum}.</source>
   <translation>{name}: verspricht {promised} Tage, braucht {real}, laut {orders}. Packungen zu {pack}, mindestens {minimum}.</translation>
  </message>
  <message>
   <source>{name}: type a number from 0 up.</source>
   <translation>{name}: Geben Sie eine Zahl ab 0 ein.</translation>
  </message>
  <message>
   <source>{name}: {columns} by {rows}, each {width} × {height} mm</source>
   <translation>{name}: {columns} mal {rows}, je {width} × {height} mm</translation>
  </message>
  <message>
   <source>{name}: {note}</source>
   <translation>{name}: {note}</translation>
  </message>
  <message>
   <source>{name}: {said}</source>
   <translation>{name}: {said}</translation>
  </message>
  <message>
   <source>{name}: {state}. {note}</source>
   <translation>{name}: {state}. {note}</translation>
  </message>
  <message>
   <source>{name}: {what}</source>
   <translation>{name}: {what}</translation>
  </message>
  <message>
   <source>{name}: {what}. {more}.</source>
   <translation>{name}: {what}. {more}.</translation>
  </message>
  <message>
   <source>{new}, {changed}, {same}.</source>
   <translation>{new}, {changed}, {same}.</translation>
  </message>
  <message>
   <source>{now} here for now, {target} as soon as the other places show less</source>
   <translation>{now} vorerst hier, {target}, sobald die anderen Orte weniger zeigen</translation>
  </message>
  <message>
   <source>{number} %</source>
   <translation>{number} %</translation>
  </message>
  <message>
   <source>{number} is not possible here.</source>
   <translation>{number} ist hier nicht möglich.</translation>
  </message>
  <message>
   <source>{number}.</source>
   <translation>{number}.</translation>
  </message>
  <message numerus="yes">
   <source>{n} SKUs</source>
   <extracomment>{n} SKU</extracomment>
   <translation>
    <numerusform>{n} SKU</numerusform>
    <numerusform>{n} SKUs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} accepted: {group}.</source>
   <extracomment>{n} accepted: {group}.</extracomment>
   <translation>
    <numerusform>{n} angenommen: {group}.</numerusform>
    <numerusform>{n} angenommen: {group}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} already ordered</source>
   <extracomment>{n} already ordered</extracomment>
   <translation>
    <numerusform>{n} schon bestellt</numerusform>
    <numerusform>{n} schon bestellt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are available now.</source>
   <extracomment>{n} is available now.</extracomment>
   <translation>
    <numerusform>{n} ist jetzt verfügbar.</numerusform>
    <numerusform>{n} sind jetzt verfügbar.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are no longer listed.</source>
   <extracomment>{n} is no longer listed.</extracomment>
   <translation>
    <numerusform>{n} ist nicht mehr angeboten.</numerusform>
    <numerusform>{n} sind nicht mehr angeboten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are promised to orders.</source>
   <extracomment>{n} is promised to orders.</extracomment>
   <translation>
    <numerusform>{n} ist Bestellungen zugesagt.</numerusform>
    <numerusform>{n} sind Bestellungen zugesagt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are promised to orders. How many lie packed elsewhere?</source>
   <extracomment>{n} is promised to orders. Does it lie packed elsewhere?</extracomment>
   <translation>
    <numerusform>{n} ist Bestellungen zugesagt. Liegt es anderswo verpackt?</numerusform>
    <numerusform>{n} sind Bestellungen zugesagt. Wie viele liegen anderswo verpackt?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are undecided.</source>
   <extracomment>{n} is undecided.</extracomment>
   <translation>
    <numerusform>{n} ist unentschieden.</numerusform>
    <numerusform>{n} sind unentschieden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are with you at a stall: no channel sells them</source>
   <extracomment>{n} is with you at a stall: no channel sells it</extracomment>
   <translation>
    <numerusform>{n} ist bei Ihnen am Stand: Kein Kanal verkauft es</numerusform>
    <numerusform>{n} sind bei Ihnen am Stand: Kein Kanal verkauft sie</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are.</source>
   <extracomment>{n} is.</extracomment>
   <translation>
    <numerusform>{n} ist es.</numerusform>
    <numerusform>{n} sind es.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} at or under their points</source>
   <extracomment>{n} at or under its point</extracomment>
   <translation>
    <numerusform>{n} am oder unter dem Meldebestand</numerusform>
    <numerusform>{n} am oder unter dem Meldebestand</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} bad reviews were found</source>
   <extracomment>{n} bad review was found</extracomment>
   <translation>
    <numerusform>{n} schlechte Bewertung gefunden</numerusform>
    <numerusform>{n} schlechte Bewertungen gefunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} broken links</source>
   <extracomment>{n} broken link</extracomment>
   <translation>
    <numerusform>{n} Verknüpfung defekt</numerusform>
    <numerusform>{n} Verknüpfungen defekt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} buyers an hour</source>
   <extracomment>{n} buyer an hour</extracomment>
   <translation>
    <numerusform>{n} Käufer je Stunde</numerusform>
    <numerusform>{n} Käufer je Stunde</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} by hand</source>
   <extracomment>{n} by hand</extracomment>
   <translation>
    <numerusform>{n} von Hand</numerusform>
    <numerusform>{n} von Hand</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} calls failed at {shop}.</source>
   <extracomment>{n} call failed at {shop}.</extracomment>
   <translation>
    <numerusform>{n} Anfrage schlug fehl bei {shop}.</numerusform>
    <numerusform>{n} Anfragen schlugen fehl bei {shop}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} calls to {shop} failed.</source>
   <extracomment>{n} call to {shop} failed.</extracomment>
   <translation>
    <numerusform>{n} Anfrage an {shop} schlug fehl.</numerusform>
    <numerusform>{n} Anfragen an {shop} schlugen fehl.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} cancelled of {orders}, {rate}.</source>
   <translation>{n} storniert von {orders}, {rate}.</translation>
  </message>
  <message numerus="yes">
   <source>{n} cancelled rows are left out.</source>
   <extracomment>{n} cancelled row is left out.</extracomment>
   <translation>
    <numerusform>{n} stornierte Zeile bleibt weg.</numerusform>
    <numerusform>{n} stornierte Zeilen bleiben weg.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} changed</source>
   <extracomment>{n} changed</extracomment>
   <translation>
    <numerusform>{n} geändert</numerusform>
    <numerusform>{n} geändert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} changes in 24 h</source>
   <extracomment>{n} change in 24 h</extracomment>
   <translation>
    <numerusform>{n} Änderung in 24 h</numerusform>
    <numerusform>{n} Änderungen in 24 h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} channels</source>
   <extracomment>{n} channel</extracomment>
   <translation>
    <numerusform>{n} Kanal</numerusform>
    <numerusform>{n} Kanäle</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} channels keep their present numbers and go on selling. Plimsoll sends them nothing until you resume.</source>
   <extracomment>{n} channel keeps its present numbers and goes on selling. Plimsoll sends it nothing until you resume.</extracomment>
   <translation>
    <numerusform>{n} Kanal behält seine jetzigen Zahlen und verkauft weiter. Plimsoll sendet ihm nichts, bis Sie fortsetzen.</numerusform>
    <numerusform>{n} Kanäle behalten ihre jetzigen Zahlen und verkaufen weiter. Plimsoll sendet ihnen nichts, bis Sie fortsetzen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} checks did not pass. Nothing was kept, and what you typed is still here.</source>
   <extracomment>{n} check did not pass. Nothing was kept, and what you typed is still here.</extracomment>
   <translation>
    <numerusform>{n} Prüfung ist nicht bestanden. Nichts wurde behalten, und was Sie eintippten, ist noch da.</numerusform>
    <numerusform>{n} Prüfungen sind nicht bestanden. Nichts wurde behalten, und was Sie eintippten, ist noch da.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} chosen products</source>
   <extracomment>{n} chosen product</extracomment>
   <translation>
    <numerusform>{n} gewähltes Produkt</numerusform>
    <numerusform>{n} gewählte Produkte</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} confirmations are exported</source>
   <extracomment>{n} confirmation is exported</extracomment>
   <translation>
    <numerusform>{n} Bestätigung ist exportiert</numerusform>
    <numerusform>{n} Bestätigungen sind exportiert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} could be sold twice</source>
   <extracomment>{n} could be sold twice</extracomment>
   <translation>
    <numerusform>{n} könnte doppelt verkauft werden</numerusform>
    <numerusform>{n} könnten doppelt verkauft werden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} counted</source>
   <extracomment>{n} counted</extracomment>
   <translation>
    <numerusform>{n} gezählt</numerusform>
    <numerusform>{n} gezählt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} customers</source>
   <extracomment>{n} customer</extracomment>
   <translation>
    <numerusform>{n} Kunde</numerusform>
    <numerusform>{n} Kunden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} customers have not answered yet</source>
   <extracomment>{n} customer has not answered yet</extracomment>
   <translation>
    <numerusform>{n} Kunde hat noch nicht geantwortet</numerusform>
    <numerusform>{n} Kunden haben noch nicht geantwortet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} customers were not written to</source>
   <extracomment>{n} customer was not written to</extracomment>
   <translation>
    <numerusform>{n} Kunde wurde nicht angeschrieben</numerusform>
    <numerusform>{n} Kunden wurden nicht angeschrieben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} damaged</source>
   <extracomment>{n} damaged</extracomment>
   <translation>
    <numerusform>{n} beschädigt</numerusform>
    <numerusform>{n} beschädigt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <extracomment>{n} day</extracomment>
   <translation>
    <numerusform>{n} Tag</numerusform>
    <numerusform>{n} Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days ago</source>
   <extracomment>{n} day ago</extracomment>
   <translation>
    <numerusform>vor {n} Tag</numerusform>
    <numerusform>vor {n} Tagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days in a row</source>
   <extracomment>{n} day in a row</extracomment>
   <translation>
    <numerusform>{n} Tag in Folge</numerusform>
    <numerusform>{n} Tage in Folge</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days in stock</source>
   <extracomment>{n} day in stock</extracomment>
   <translation>
    <numerusform>{n} Tag mit Bestand</numerusform>
    <numerusform>{n} Tage mit Bestand</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days late</source>
   <extracomment>{n} day late</extracomment>
   <translation>
    <numerusform>{n} Tag verspätet</numerusform>
    <numerusform>{n} Tage verspätet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days without stock or inside an incident are left out</source>
   <extracomment>{n} day without stock or inside an incident is left out</extracomment>
   <translation>
    <numerusform>{n} Tag ohne Bestand oder in einem Vorfall bleibt außen vor</numerusform>
    <numerusform>{n} Tage ohne Bestand oder in einem Vorfall bleiben außen vor</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} errors. Correct them in the sheet and choose it again: until then nothing is taken over.</source>
   <extracomment>{n} error. Correct it in the sheet and choose it again: until then nothing is taken over.</extracomment>
   <translation>
    <numerusform>{n} Fehler. Berichtigen Sie ihn in der Tabelle und wählen Sie sie erneut: Bis dahin wird nichts übernommen.</numerusform>
    <numerusform>{n} Fehler. Berichtigen Sie sie in der Tabelle und wählen Sie diese erneut: Bis dahin wird nichts übernommen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} failed</source>
   <extracomment>{n} failed</extracomment>
   <translation>
    <numerusform>{n} fehlgeschlagen</numerusform>
    <numerusform>{n} fehlgeschlagen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} incidents are open.</source>
   <extracomment>{n} incident is open.</extracomment>
   <translation>
    <numerusform>{n} Vorfall ist offen.</numerusform>
    <numerusform>{n} Vorfälle sind offen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} incidents began meanwhile.</source>
   <extracomment>{n} incident began meanwhile.</extracomment>
   <translation>
    <numerusform>{n} Vorfall begann währenddessen.</numerusform>
    <numerusform>{n} Vorfälle begannen währenddessen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} incidents of the last year cost {money}.</source>
   <extracomment>{n} incident of the last year cost {money}.</extracomment>
   <translation>
    <numerusform>{n} Vorfall des letzten Jahres kostete {money}.</numerusform>
    <numerusform>{n} Vorfälle des letzten Jahres kosteten {money}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} incidents were opened.</source>
   <extracomment>{n} incident was opened.</extracomment>
   <translation>
    <numerusform>{n} Vorfall wurde eröffnet.</numerusform>
    <numerusform>{n} Vorfälle wurden eröffnet.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} late of {orders}, {rate}.</source>
   <translation>{n} verspätet von {orders}, {rate}.</translation>
  </message>
  <message>
   <source>{n} later rows are in Plimsoll.</source>
   <translation>{n} spätere Zeilen stehen in Plimsoll.</translation>
  </message>
  <message numerus="yes">
   <source>{n} ledger rows</source>
   <extracomment>{n} ledger row</extracomment>
   <translation>
    <numerusform>{n} Buchung</numerusform>
    <numerusform>{n} Buchungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} ledger rows can be saved, the newest of {at}.</source>
   <extracomment>{n} ledger row can be saved, the newest of {at}.</extracomment>
   <translation>
    <numerusform>{n} Buchung kann gerettet werden, die neueste: {at}.</numerusform>
    <numerusform>{n} Buchungen können gerettet werden, die neueste: {at}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} ledger rows can be saved.</source>
   <extracomment>{n} ledger row can be saved.</extracomment>
   <translation>
    <numerusform>{n} Buchung kann gerettet werden.</numerusform>
    <numerusform>{n} Buchungen können gerettet werden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} ledger rows were written since. Orders are read again; counts and deliveries have to be entered again.</source>
   <extracomment>{n} ledger row was written since. Its order is read again; a count or delivery has to be entered again.</extracomment>
   <translation>
    <numerusform>{n} Buchung kam seither dazu. Ihre Bestellung wird neu gelesen; eine Zählung oder Lieferung ist neu einzutragen.</numerusform>
    <numerusform>{n} Buchungen kamen seither dazu. Bestellungen werden neu gelesen; Zählungen und Lieferungen sind neu einzutragen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} left</source>
   <extracomment>{n} left</extracomment>
   <translation>
    <numerusform>{n} übrig</numerusform>
    <numerusform>{n} übrig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} left at the stall</source>
   <extracomment>{n} left at the stall</extracomment>
   <translation>
    <numerusform>{n} noch am Stand</numerusform>
    <numerusform>{n} noch am Stand</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} left of {allowed}.</source>
   <translation>{n} übrig von {allowed}.</translation>
  </message>
  <message numerus="yes">
   <source>{n} levels were wrong. They are the sums of their ledger rows again.</source>
   <extracomment>{n} level was wrong. It is the sum of its ledger rows again.</extracomment>
   <translation>
    <numerusform>{n} Bestand war falsch. Er ist wieder die Summe seiner Buchungen.</numerusform>
    <numerusform>{n} Bestände waren falsch. Sie sind wieder die Summen ihrer Buchungen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines</source>
   <extracomment>{n} line</extracomment>
   <translation>
    <numerusform>{n} Position</numerusform>
    <numerusform>{n} Positionen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines are kept. An empty box takes them away.</source>
   <extracomment>{n} line is kept. An empty box takes it away.</extracomment>
   <translation>
    <numerusform>{n} Zeile ist behalten. Ein leeres Feld nimmt sie weg.</numerusform>
    <numerusform>{n} Zeilen sind behalten. Ein leeres Feld nimmt sie weg.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines are late</source>
   <extracomment>{n} line is late</extracomment>
   <translation>
    <numerusform>{n} Position ist verspätet</numerusform>
    <numerusform>{n} Positionen sind verspätet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines are understood, {inside} of this time.</source>
   <extracomment>{n} line is understood, {inside} of this time.</extracomment>
   <translation>
    <numerusform>{n} Zeile ist verstanden, {inside} aus dieser Zeit.</numerusform>
    <numerusform>{n} Zeilen sind verstanden, {inside} aus dieser Zeit.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} links lead nowhere</source>
   <extracomment>{n} link leads nowhere</extracomment>
   <translation>
    <numerusform>{n} Verknüpfung führt ins Leere</numerusform>
    <numerusform>{n} Verknüpfungen führen ins Leere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} links lead to listings that are gone.</source>
   <extracomment>{n} link leads to a listing that is gone.</extracomment>
   <translation>
    <numerusform>{n} Verknüpfung führt zu einem Angebot, das weg ist.</numerusform>
    <numerusform>{n} Verknüpfungen führen zu Angeboten, die weg sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} links taken away.</source>
   <extracomment>{n} link taken away.</extracomment>
   <translation>
    <numerusform>{n} Verknüpfung entfernt.</numerusform>
    <numerusform>{n} Verknüpfungen entfernt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listed</source>
   <extracomment>{n} listed</extracomment>
   <translation>
    <numerusform>{n} angeboten</numerusform>
    <numerusform>{n} angeboten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings</source>
   <extracomment>{n} listing</extracomment>
   <translation>
    <numerusform>{n} Angebot</numerusform>
    <numerusform>{n} Angebote</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings are not linked</source>
   <extracomment>{n} listing is not linked</extracomment>
   <translation>
    <numerusform>{n} Angebot ist nicht verknüpft</numerusform>
    <numerusform>{n} Angebote sind nicht verknüpft</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings are not linked to products.</source>
   <extracomment>{n} listing is not linked to a product.</extracomment>
   <translation>
    <numerusform>{n} Angebot ist mit keinem Produkt verknüpft.</numerusform>
    <numerusform>{n} Angebote sind mit keinem Produkt verknüpft.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings are not linked: nothing is sent to them.</source>
   <extracomment>{n} listing is not linked: nothing is sent to it.</extracomment>
   <translation>
    <numerusform>{n} Angebot ist nicht verknüpft: Dorthin wird nichts gesendet.</numerusform>
    <numerusform>{n} Angebote sind nicht verknüpft: Dorthin wird nichts gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings are read. Say which products they are.</source>
   <extracomment>{n} listing is read. Say which product it is.</extracomment>
   <translation>
    <numerusform>{n} Angebot ist gelesen. Sagen Sie, welches Produkt es ist.</numerusform>
    <numerusform>{n} Angebote sind gelesen. Sagen Sie, welche Produkte es sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings go down.</source>
   <extracomment>{n} listing goes down.</extracomment>
   <translation>
    <numerusform>{n} Angebot sinkt.</numerusform>
    <numerusform>{n} Angebote sinken.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings left alone.</source>
   <extracomment>{n} listing left alone.</extracomment>
   <translation>
    <numerusform>{n} Angebot ausgelassen.</numerusform>
    <numerusform>{n} Angebote ausgelassen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings linked.</source>
   <extracomment>{n} listing linked.</extracomment>
   <translation>
    <numerusform>{n} Angebot verknüpft.</numerusform>
    <numerusform>{n} Angebote verknüpft.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings need your hands.</source>
   <extracomment>{n} listing needs your hands.</extracomment>
   <translation>
    <numerusform>{n} Angebot braucht Ihre Hand.</numerusform>
    <numerusform>{n} Angebote brauchen Ihre Hand.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings read</source>
   <extracomment>{n} listing read</extracomment>
   <translation>
    <numerusform>{n} Angebot gelesen</numerusform>
    <numerusform>{n} Angebote gelesen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings sold more than they showed</source>
   <extracomment>{n} listing sold more than it showed</extracomment>
   <translation>
    <numerusform>{n} Angebot verkaufte mehr, als es zeigte</numerusform>
    <numerusform>{n} Angebote verkauften mehr, als sie zeigten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings that sell least were left out.</source>
   <extracomment>{n} listing that sells least was left out.</extracomment>
   <translation>
    <numerusform>{n} Angebot, das am wenigsten verkauft, blieb außen vor.</numerusform>
    <numerusform>{n} Angebote, die am wenigsten verkaufen, blieben außen vor.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} listings would show another number</source>
   <extracomment>{n} listing would show another number</extracomment>
   <translation>
    <numerusform>{n} Angebot würde eine andere Zahl zeigen</numerusform>
    <numerusform>{n} Angebote würden eine andere Zahl zeigen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} looks for a review are still to come</source>
   <extracomment>{n} look for a review is still to come</extracomment>
   <translation>
    <numerusform>{n} Suche nach einer Bewertung steht noch aus</numerusform>
    <numerusform>{n} Suchen nach einer Bewertung stehen noch aus</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} messages wait there, the oldest since {at}.</source>
   <extracomment>{n} message waits there, the oldest since {at}.</extracomment>
   <translation>
    <numerusform>{n} Nachricht wartet dort, die älteste seit {at}.</numerusform>
    <numerusform>{n} Nachrichten warten dort, die älteste seit {at}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} messages wait there.</source>
   <extracomment>{n} message waits there.</extracomment>
   <translation>
    <numerusform>{n} Nachricht wartet dort.</numerusform>
    <numerusform>{n} Nachrichten warten dort.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} messages were not signed by the channel and were dropped, the last {at}.</source>
   <extracomment>{n} message was not signed by the channel and was dropped, the last {at}.</extracomment>
   <translation>
    <numerusform>{n} Nachricht war nicht vom Kanal signiert und wurde verworfen, die letzte {at}.</numerusform>
    <numerusform>{n} Nachrichten waren nicht vom Kanal signiert und wurden verworfen, die letzte {at}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} min</source>
   <translation>{n} min</translation>
  </message>
  <message numerus="yes">
   <source>{n} missed. {note}</source>
   <extracomment>{n} missed. {note}</extracomment>
   <translation>
    <numerusform>{n} verpasst. {note}</numerusform>
    <numerusform>{n} verpasst. {note}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} months</source>
   <extracomment>{n} month</extracomment>
   <translation>
    <numerusform>{n} Monat</numerusform>
    <numerusform>{n} Monate</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} months in a row</source>
   <extracomment>{n} month in a row</extracomment>
   <translation>
    <numerusform>{n} Monat in Folge</numerusform>
    <numerusform>{n} Monate in Folge</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more are in Plimsoll.</source>
   <extracomment>{n} more is in Plimsoll.</extracomment>
   <translation>
    <numerusform>{n} weitere steht in Plimsoll.</numerusform>
    <numerusform>{n} weitere stehen in Plimsoll.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more are open on the Count page.</source>
   <extracomment>{n} more is open on the Count page.</extracomment>
   <translation>
    <numerusform>{n} weitere ist auf der Seite „Zählen“ offen.</numerusform>
    <numerusform>{n} weitere sind auf der Seite „Zählen“ offen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more promised than you have</source>
   <extracomment>{n} more promised than you have</extracomment>
   <translation>
    <numerusform>{n} mehr zugesagt als vorhanden</numerusform>
    <numerusform>{n} mehr zugesagt als vorhanden</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more than are allowed.</source>
   <extracomment>{n} more than is allowed.</extracomment>
   <translation>
    <numerusform>{n} mehr als erlaubt.</numerusform>
    <numerusform>{n} mehr als erlaubt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more within a week</source>
   <extracomment>{n} more within a week</extracomment>
   <translation>
    <numerusform>{n} mehr binnen einer Woche</numerusform>
    <numerusform>{n} mehr binnen einer Woche</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more.</source>
   <extracomment>{n} more.</extracomment>
   <translation>
    <numerusform>{n} weitere.</numerusform>
    <numerusform>{n} weitere.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} moved while you counted.</source>
   <extracomment>{n} moved while you counted.</extracomment>
   <translation>
    <numerusform>{n} bewegte sich beim Zählen.</numerusform>
    <numerusform>{n} bewegten sich beim Zählen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} never</source>
   <extracomment>{n} never</extracomment>
   <translation>
    <numerusform>{n} nie</numerusform>
    <numerusform>{n} nie</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} new products</source>
   <extracomment>{n} new product</extracomment>
   <translation>
    <numerusform>{n} neues Produkt</numerusform>
    <numerusform>{n} neue Produkte</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} now, the rest refunded.</source>
   <extracomment>{n} now, the rest refunded.</extracomment>
   <translation>
    <numerusform>{n} jetzt, der Rest erstattet.</numerusform>
    <numerusform>{n} jetzt, der Rest erstattet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers are not confirmed yet.</source>
   <extracomment>{n} number is not confirmed yet.</extracomment>
   <translation>
    <numerusform>{n} Zahl ist noch nicht bestätigt.</numerusform>
    <numerusform>{n} Zahlen sind noch nicht bestätigt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers are ticked</source>
   <extracomment>{n} number is ticked</extracomment>
   <translation>
    <numerusform>{n} Zahl ist abgehakt</numerusform>
    <numerusform>{n} Zahlen sind abgehakt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers at {shop} were changed from outside at once. Plimsoll stopped sending there.</source>
   <extracomment>{n} number at {shop} was changed from outside at once. Plimsoll stopped sending there.</extracomment>
   <translation>
    <numerusform>{n} Zahl bei {shop} wurde von außen geändert. Plimsoll sendet dort nichts mehr.</numerusform>
    <numerusform>{n} Zahlen bei {shop} wurden auf einmal von außen geändert. Plimsoll sendet dort nichts mehr.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers at {shop} would fall.</source>
   <extracomment>{n} number at {shop} would fall.</extracomment>
   <translation>
    <numerusform>{n} Zahl bei {shop} würde fallen.</numerusform>
    <numerusform>{n} Zahlen bei {shop} würden fallen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers become adjustments in the ledger, with their reason.</source>
   <extracomment>{n} number becomes an adjustment in the ledger, with its reason.</extracomment>
   <translation>
    <numerusform>{n} Zahl wird zur Korrektur im Journal, mit Grund.</numerusform>
    <numerusform>{n} Zahlen werden zu Korrekturen im Journal, mit Grund.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers have not been read yet. Plimsoll sends nothing before it knows what the shop shows.</source>
   <extracomment>{n} number has not been read yet. Plimsoll sends nothing before it knows what the shop shows.</extracomment>
   <translation>
    <numerusform>{n} Zahl ist noch nicht gelesen. Plimsoll sendet nichts, bevor es weiß, was der Shop zeigt.</numerusform>
    <numerusform>{n} Zahlen sind noch nicht gelesen. Plimsoll sendet nichts, bevor es weiß, was der Shop zeigt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers of {shop} taken over</source>
   <extracomment>{n} number of {shop} taken over</extracomment>
   <translation>
    <numerusform>{n} Zahl von {shop} übernommen</numerusform>
    <numerusform>{n} Zahlen von {shop} übernommen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers taken over</source>
   <extracomment>{n} number taken over</extracomment>
   <translation>
    <numerusform>{n} Zahl übernommen</numerusform>
    <numerusform>{n} Zahlen übernommen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers were changed at once.</source>
   <extracomment>{n} number was changed at once.</extracomment>
   <translation>
    <numerusform>{n} Zahl wurde auf einmal geändert.</numerusform>
    <numerusform>{n} Zahlen wurden auf einmal geändert.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers were changed on {shop}</source>
   <extracomment>{n} number was changed on {shop}</extracomment>
   <translation>
    <numerusform>{n} Zahl wurde auf {shop} geändert</numerusform>
    <numerusform>{n} Zahlen wurden auf {shop} geändert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers were not confirmed when you left:</source>
   <extracomment>{n} number was not confirmed when you left:</extracomment>
   <translation>
    <numerusform>{n} Zahl war nicht bestätigt, als Sie gingen:</numerusform>
    <numerusform>{n} Zahlen waren nicht bestätigt, als Sie gingen:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers were not confirmed when you left: see Today.</source>
   <extracomment>{n} number was not confirmed when you left: see Today.</extracomment>
   <translation>
    <numerusform>{n} Zahl war nicht bestätigt, als Sie gingen: siehe Heute.</numerusform>
    <numerusform>{n} Zahlen waren nicht bestätigt, als Sie gingen: siehe Heute.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} numbers would change: {lower} down, {higher} up. {rest}</source>
   <extracomment>{n} number would change: {lower} down, {higher} up. {rest}</extracomment>
   <translation>
    <numerusform>{n} Zahl würde sich ändern: {lower} nach unten, {higher} nach oben. {rest}</numerusform>
    <numerusform>{n} Zahlen würden sich ändern: {lower} nach unten, {higher} nach oben. {rest}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of the days are from past orders: whether it was in stock is not known</source>
   <extracomment>{n} of the days is from past orders: whether it was in stock is not known</extracomment>
   <translation>
    <numerusform>{n} der Tage ist aus früheren Bestellungen: ob Bestand da war, ist nicht bekannt</numerusform>
    <numerusform>{n} der Tage sind aus früheren Bestellungen: ob Bestand da war, ist nicht bekannt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them are for the promotion</source>
   <extracomment>{n} of them is for the promotion</extracomment>
   <translation>
    <numerusform>{n} davon ist für die Aktion</numerusform>
    <numerusform>{n} davon sind für die Aktion</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them fell to 0.</source>
   <extracomment>{n} of them fell to 0.</extracomment>
   <translation>
    <numerusform>{n} davon fiel auf 0.</numerusform>
    <numerusform>{n} davon fielen auf 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them go to 0.</source>
   <extracomment>{n} of them goes to 0.</extracomment>
   <translation>
    <numerusform>{n} davon geht auf 0.</numerusform>
    <numerusform>{n} davon gehen auf 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them in a promotion</source>
   <extracomment>{n} of them in a promotion</extracomment>
   <translation>
    <numerusform>{n} davon in einer Aktion</numerusform>
    <numerusform>{n} davon in einer Aktion</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them rough</source>
   <extracomment>{n} of them rough</extracomment>
   <translation>
    <numerusform>{n} davon grob</numerusform>
    <numerusform>{n} davon grob</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them to 0.</source>
   <extracomment>{n} of them to 0.</extracomment>
   <translation>
    <numerusform>{n} davon auf 0.</numerusform>
    <numerusform>{n} davon auf 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them were within {seconds} s of our own write.</source>
   <extracomment>{n} of them was within {seconds} s of our own write.</extracomment>
   <translation>
    <numerusform>{n} davon war binnen {seconds} s nach unserer Zahl.</numerusform>
    <numerusform>{n} davon waren binnen {seconds} s nach unserer Zahl.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} of {all}</source>
   <translation>{n} von {all}</translation>
  </message>
  <message numerus="yes">
   <source>{n} of {all} numbers are not as they should be.</source>
   <extracomment>{n} of {all} numbers is not as it should be.</extracomment>
   <translation>
    <numerusform>{n} von {all} Zahlen ist nicht, wie sie sein soll.</numerusform>
    <numerusform>{n} von {all} Zahlen sind nicht, wie sie sein sollen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} open</source>
   <extracomment>{n} open</extracomment>
   <translation>
    <numerusform>{n} offen</numerusform>
    <numerusform>{n} offen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} options</source>
   <extracomment>{n} option</extracomment>
   <translation>
    <numerusform>{n} Möglichkeit</numerusform>
    <numerusform>{n} Möglichkeiten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} orders</source>
   <extracomment>{n} order</extracomment>
   <translation>
    <numerusform>{n} Bestellung</numerusform>
    <numerusform>{n} Bestellungen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} orders are not settled yet</source>
   <extracomment>{n} order is not settled yet</extracomment>
   <translation>
    <numerusform>{n} Bestellung ist noch nicht geklärt</numerusform>
    <numerusform>{n} Bestellungen sind noch nicht geklärt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} orders of {shop} count otherwise</source>
   <extracomment>{n} order of {shop} counts otherwise</extracomment>
   <translation>
    <numerusform>{n} Bestellung von {shop} zählt anders</numerusform>
    <numerusform>{n} Bestellungen von {shop} zählen anders</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} orders were cancelled: look at what their channels count</source>
   <extracomment>{n} order was cancelled: look at what its channel counts</extracomment>
   <translation>
    <numerusform>{n} Bestellung wurde storniert: Sehen Sie nach, was ihr Kanal zählt</numerusform>
    <numerusform>{n} Bestellungen wurden storniert: Sehen Sie nach, was ihre Kanäle zählen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} orders were never heard of.</source>
   <extracomment>{n} order was never heard of.</extracomment>
   <translation>
    <numerusform>Von {n} Bestellung erfuhr niemand.</numerusform>
    <numerusform>Von {n} Bestellungen erfuhr niemand.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} orders were refunded or cancelled</source>
   <extracomment>{n} order was refunded or cancelled</extracomment>
   <translation>
    <numerusform>{n} Bestellung wurde erstattet oder storniert</numerusform>
    <numerusform>{n} Bestellungen wurden erstattet oder storniert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} other programs can on {shop}</source>
   <extracomment>{n} other program can on {shop}</extracomment>
   <translation>
    <numerusform>{n} anderes Programm darf es: {shop}</numerusform>
    <numerusform>{n} andere Programme dürfen es: {shop}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} other programs may change stock there. Take back what is not needed.</source>
   <extracomment>{n} other program may change stock there. Take back what is not needed.</extracomment>
   <translation>
    <numerusform>{n} anderes Programm darf dort Bestand ändern. Entziehen Sie, was nicht nötig ist.</numerusform>
    <numerusform>{n} andere Programme dürfen dort Bestand ändern. Entziehen Sie, was nicht nötig ist.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} oversold</source>
   <extracomment>{n} oversold</extracomment>
   <translation>
    <numerusform>{n} überverkauft</numerusform>
    <numerusform>{n} überverkauft</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} parts</source>
   <extracomment>{n} part</extracomment>
   <translation>
    <numerusform>{n} Teil</numerusform>
    <numerusform>{n} Teile</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} past sales taken over from {file}</source>
   <extracomment>{n} past sale taken over from {file}</extracomment>
   <translation>
    <numerusform>{n} früherer Verkauf aus {file} übernommen</numerusform>
    <numerusform>{n} frühere Verkäufe aus {file} übernommen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people have not heard from you.</source>
   <extracomment>{n} person has not heard from you.</extracomment>
   <translation>
    <numerusform>{n} Person hat nichts von Ihnen gehört.</numerusform>
    <numerusform>{n} Personen haben nichts von Ihnen gehört.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people still wait for your message</source>
   <extracomment>{n} person still waits for your message</extracomment>
   <translation>
    <numerusform>{n} Person wartet auf Ihre Nachricht</numerusform>
    <numerusform>{n} Personen warten auf Nachricht</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces</source>
   <extracomment>{n} piece</extracomment>
   <translation>
    <numerusform>{n} Stück</numerusform>
    <numerusform>{n} Stück</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are back on the shelf</source>
   <extracomment>{n} piece is back on the shelf</extracomment>
   <translation>
    <numerusform>{n} Stück ist wieder im Regal</numerusform>
    <numerusform>{n} Stück sind wieder im Regal</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are confirmed for {day}.</source>
   <extracomment>{n} piece is confirmed for {day}.</extracomment>
   <translation>
    <numerusform>{n} Stück ist für {day} bestätigt.</numerusform>
    <numerusform>{n} Stück sind für {day} bestätigt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are expected</source>
   <extracomment>{n} piece is expected</extracomment>
   <translation>
    <numerusform>{n} Stück wird erwartet</numerusform>
    <numerusform>{n} Stück werden erwartet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are from when its ledger counts</source>
   <extracomment>{n} piece is from when its ledger counts</extracomment>
   <translation>
    <numerusform>{n} Stück fällt in die Zeit seines Journals</numerusform>
    <numerusform>{n} Stück fallen in die Zeit seines Journals</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are left unexplained</source>
   <extracomment>{n} piece is left unexplained</extracomment>
   <translation>
    <numerusform>{n} Stück bleibt unerklärt</numerusform>
    <numerusform>{n} Stück bleiben unerklärt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are missing</source>
   <extracomment>{n} piece is missing</extracomment>
   <translation>
    <numerusform>{n} Stück fehlt</numerusform>
    <numerusform>{n} Stück fehlen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are missing: {titles}.</source>
   <extracomment>{n} piece is missing: {titles}.</extracomment>
   <translation>
    <numerusform>{n} Stück fehlt: {titles}.</numerusform>
    <numerusform>{n} Stück fehlen: {titles}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are no longer expected</source>
   <extracomment>{n} piece is no longer expected</extracomment>
   <translation>
    <numerusform>{n} Stück wird nicht mehr erwartet</numerusform>
    <numerusform>{n} Stück werden nicht mehr erwartet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are on order</source>
   <extracomment>{n} piece is on order</extracomment>
   <translation>
    <numerusform>{n} Stück ist bestellt</numerusform>
    <numerusform>{n} Stück sind bestellt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are on order.</source>
   <extracomment>{n} piece is on order.</extracomment>
   <translation>
    <numerusform>{n} Stück ist bestellt.</numerusform>
    <numerusform>{n} Stück sind bestellt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are promised to nobody any more</source>
   <extracomment>{n} piece is promised to nobody any more</extracomment>
   <translation>
    <numerusform>{n} Stück ist niemandem mehr zugesagt</numerusform>
    <numerusform>{n} Stück sind niemandem mehr zugesagt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are still expected from there.</source>
   <extracomment>{n} piece is still expected from there.</extracomment>
   <translation>
    <numerusform>{n} Stück wird noch von dort erwartet.</numerusform>
    <numerusform>{n} Stück werden noch von dort erwartet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are still short</source>
   <extracomment>{n} piece is still short</extracomment>
   <translation>
    <numerusform>{n} Stück fehlt noch</numerusform>
    <numerusform>{n} Stück fehlen noch</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are still short, so they go on showing 0 until more comes in.</source>
   <extracomment>{n} piece is still short, so they go on showing 0 until more comes in.</extracomment>
   <translation>
    <numerusform>{n} Stück fehlt noch, also zeigen sie weiter 0, bis mehr kommt.</numerusform>
    <numerusform>{n} Stück fehlen noch, also zeigen sie weiter 0, bis mehr kommt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are written off</source>
   <extracomment>{n} piece is written off</extracomment>
   <translation>
    <numerusform>{n} Stück ist abgeschrieben</numerusform>
    <numerusform>{n} Stück sind abgeschrieben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are written off as damaged</source>
   <extracomment>{n} piece is written off as damaged</extracomment>
   <translation>
    <numerusform>{n} Stück ist als beschädigt abgeschrieben</numerusform>
    <numerusform>{n} Stück sind als beschädigt abgeschrieben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces could be sold twice.</source>
   <extracomment>{n} piece could be sold twice.</extracomment>
   <translation>
    <numerusform>{n} Stück könnte doppelt verkauft werden.</numerusform>
    <numerusform>{n} Stück könnten doppelt verkauft werden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces left out: no product has this SKU</source>
   <extracomment>{n} piece left out: no product has this SKU</extracomment>
   <translation>
    <numerusform>{n} Stück bleibt weg: kein Produkt hat diese SKU</numerusform>
    <numerusform>{n} Stück bleiben weg: kein Produkt hat diese SKU</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces left, held back everywhere</source>
   <extracomment>{n} piece left, held back everywhere</extracomment>
   <translation>
    <numerusform>{n} Stück übrig, überall zurückgehalten</numerusform>
    <numerusform>{n} Stück übrig, überall zurückgehalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces more are held back</source>
   <extracomment>{n} piece more is held back</extracomment>
   <translation>
    <numerusform>{n} Stück mehr wird zurückgehalten</numerusform>
    <numerusform>{n} Stück mehr werden zurückgehalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces more came home than were taken along: nothing is booked for them.</source>
   <extracomment>{n} piece more came home than was taken along: nothing is booked for it.</extracomment>
   <translation>
    <numerusform>{n} Stück mehr kam zurück, als Sie mitnahmen: Dafür wird nichts gebucht.</numerusform>
    <numerusform>{n} Stück mehr kamen zurück, als Sie mitnahmen: Dafür wird nichts gebucht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces more were held back everywhere.</source>
   <extracomment>{n} piece more was held back everywhere.</extracomment>
   <translation>
    <numerusform>{n} Stück mehr wurde überall zurückgehalten.</numerusform>
    <numerusform>{n} Stück mehr wurden überall zurückgehalten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces more were sold there than it showed</source>
   <extracomment>{n} piece more was sold there than it showed</extracomment>
   <translation>
    <numerusform>{n} Stück mehr wurde dort verkauft, als zu sehen war</numerusform>
    <numerusform>{n} Stück mehr wurden dort verkauft, als zu sehen waren</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces of order {order} came back to {shop}’s number, and nobody said whether they are on the shelf.</source>
   <extracomment>{n} piece of order {order} came back to {shop}’s number, and nobody said whether it is on the shelf.</extracomment>
   <translation>
    <numerusform>{n} Stück von Bestellung {order} kam zur Zahl von {shop} zurück, und niemand sagte, ob es im Regal ist.</numerusform>
    <numerusform>{n} Stück von Bestellung {order} kamen zur Zahl von {shop} zurück, und niemand sagte, ob sie im Regal sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces received</source>
   <extracomment>{n} piece received</extracomment>
   <translation>
    <numerusform>{n} Stück angenommen</numerusform>
    <numerusform>{n} Stück angenommen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces sold</source>
   <extracomment>{n} piece sold</extracomment>
   <translation>
    <numerusform>{n} Stück verkauft</numerusform>
    <numerusform>{n} Stück verkauft</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces sold before</source>
   <extracomment>{n} piece sold before</extracomment>
   <translation>
    <numerusform>{n} Stück früher verkauft</numerusform>
    <numerusform>{n} Stück früher verkauft</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces sold there became known</source>
   <extracomment>{n} piece sold there became known</extracomment>
   <translation>
    <numerusform>{n} Stück, dort verkauft, wurde bekannt</numerusform>
    <numerusform>{n} Stück, dort verkauft, wurden bekannt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces stay on sale where nothing can be told now: the others show what is left beside them.</source>
   <extracomment>{n} piece stays on sale where nothing can be told now: the others show what is left beside it.</extracomment>
   <translation>
    <numerusform>{n} Stück bleibt im Verkauf, wo jetzt nichts gesendet werden kann: Die anderen zeigen, was daneben bleibt.</numerusform>
    <numerusform>{n} Stück bleiben im Verkauf, wo jetzt nichts gesendet werden kann: Die anderen zeigen, was daneben bleibt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces were missing.</source>
   <extracomment>{n} piece was missing.</extracomment>
   <translation>
    <numerusform>{n} Stück fehlte.</numerusform>
    <numerusform>{n} Stück fehlten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces were put back by the shop</source>
   <extracomment>{n} piece was put back by the shop</extracomment>
   <translation>
    <numerusform>{n} Stück legte der Shop zurück</numerusform>
    <numerusform>{n} Stück legte der Shop zurück</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces were taken along.</source>
   <extracomment>{n} piece was taken along.</extracomment>
   <translation>
    <numerusform>{n} Stück wurde mitgenommen.</numerusform>
    <numerusform>{n} Stück wurden mitgenommen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces would have been oversold at {rate} buyers an hour.</source>
   <extracomment>{n} piece would have been oversold at {rate} buyers an hour.</extracomment>
   <translation>
    <numerusform>{n} Stück wäre bei {rate} Käufern je Stunde überverkauft worden.</numerusform>
    <numerusform>{n} Stück wären bei {rate} Käufern je Stunde überverkauft worden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces, {first} to {last}</source>
   <extracomment>{n} piece, {first} to {last}</extracomment>
   <translation>
    <numerusform>{n} Stück, {first} bis {last}</numerusform>
    <numerusform>{n} Stück, {first} bis {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} points of the list are still open.</source>
   <extracomment>{n} point of the list is still open.</extracomment>
   <translation>
    <numerusform>{n} Punkt der Liste ist noch offen.</numerusform>
    <numerusform>{n} Punkte der Liste sind noch offen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products</source>
   <extracomment>{n} product</extracomment>
   <translation>
    <numerusform>{n} Produkt</numerusform>
    <numerusform>{n} Produkte</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products added.</source>
   <extracomment>{n} product added.</extracomment>
   <translation>
    <numerusform>{n} Produkt angelegt.</numerusform>
    <numerusform>{n} Produkte angelegt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are at their floors.</source>
   <extracomment>{n} product is at its floor.</extracomment>
   <translation>
    <numerusform>{n} Produkt ist am Mindestbestand.</numerusform>
    <numerusform>{n} Produkte sind am Mindestbestand.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are at their reorder points</source>
   <extracomment>{n} product is at its reorder point</extracomment>
   <translation>
    <numerusform>{n} Produkt ist am Meldebestand</numerusform>
    <numerusform>{n} Produkte sind am Meldebestand</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are in other open counts.</source>
   <extracomment>{n} product is in another open count.</extracomment>
   <translation>
    <numerusform>{n} Produkt ist in einer anderen offenen Zählung.</numerusform>
    <numerusform>{n} Produkte sind in anderen offenen Zählungen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are in {file}</source>
   <extracomment>{n} product is in {file}</extracomment>
   <translation>
    <numerusform>{n} Produkt steht in {file}</numerusform>
    <numerusform>{n} Produkte stehen in {file}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are not counted. Close the shelf?</source>
   <extracomment>{n} product is not counted. Close the shelf?</extracomment>
   <translation>
    <numerusform>{n} Produkt ist nicht gezählt. Regal abschließen?</numerusform>
    <numerusform>{n} Produkte sind nicht gezählt. Regal abschließen?</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are oversold.</source>
   <extracomment>{n} product is oversold.</extracomment>
   <translation>
    <numerusform>{n} Produkt ist überverkauft.</numerusform>
    <numerusform>{n} Produkte sind überverkauft.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are posted.</source>
   <extracomment>{n} product is posted.</extracomment>
   <translation>
    <numerusform>{n} Produkt wird gebucht.</numerusform>
    <numerusform>{n} Produkte werden gebucht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are to be counted once more.</source>
   <extracomment>{n} product is to be counted once more.</extracomment>
   <translation>
    <numerusform>{n} Produkt ist noch einmal zu zählen.</numerusform>
    <numerusform>{n} Produkte sind noch einmal zu zählen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products are under their floors.</source>
   <extracomment>{n} product is under its floor.</extracomment>
   <translation>
    <numerusform>{n} Produkt ist unter dem Mindestbestand.</numerusform>
    <numerusform>{n} Produkte sind unter dem Mindestbestand.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products come from {name}</source>
   <extracomment>{n} product comes from {name}</extracomment>
   <translation>
    <numerusform>{n} Produkt kommt von {name}</numerusform>
    <numerusform>{n} Produkte kommen von {name}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products have no number yet. They can start from a shop that you believe.</source>
   <extracomment>{n} product has no number yet. It can start from a shop that you believe.</extracomment>
   <translation>
    <numerusform>{n} Produkt hat noch keine Zahl. Es kann mit der eines Shops beginnen, dem Sie vertrauen.</numerusform>
    <numerusform>{n} Produkte haben noch keine Zahl. Sie können mit denen eines Shops beginnen, dem Sie vertrauen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products have no number yet: they are not sent.</source>
   <extracomment>{n} product has no number yet: it is not sent.</extracomment>
   <translation>
    <numerusform>{n} Produkt hat noch keine Zahl: Es wird nicht gesendet.</numerusform>
    <numerusform>{n} Produkte haben noch keine Zahl: Sie werden nicht gesendet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products have other floors</source>
   <extracomment>{n} product has another floor</extracomment>
   <translation>
    <numerusform>{n} Produkt hat einen anderen Mindestbestand</numerusform>
    <numerusform>{n} Produkte haben andere Mindestbestände</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products have other levels</source>
   <extracomment>{n} product has other levels</extracomment>
   <translation>
    <numerusform>{n} Produkt hat andere Bestandsgrenzen</numerusform>
    <numerusform>{n} Produkte haben andere Bestandsgrenzen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products ran out.</source>
   <extracomment>{n} product ran out.</extracomment>
   <translation>
    <numerusform>{n} Produkt ging aus.</numerusform>
    <numerusform>{n} Produkte gingen aus.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products run out soon.</source>
   <extracomment>{n} product runs out soon.</extracomment>
   <translation>
    <numerusform>{n} Produkt geht bald aus.</numerusform>
    <numerusform>{n} Produkte gehen bald aus.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products sell otherwise than before.</source>
   <extracomment>{n} product sells otherwise than before.</extracomment>
   <translation>
    <numerusform>{n} Produkt verkauft sich anders als bisher.</numerusform>
    <numerusform>{n} Produkte verkaufen sich anders als bisher.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products sell out</source>
   <extracomment>{n} product sells out</extracomment>
   <translation>
    <numerusform>{n} Produkt läuft aus</numerusform>
    <numerusform>{n} Produkte laufen aus</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products start with what {shop} shows</source>
   <extracomment>{n} product starts with what {shop} shows</extracomment>
   <translation>
    <numerusform>{n} Produkt beginnt mit dem, was {shop} zeigt</numerusform>
    <numerusform>{n} Produkte beginnen mit dem, was {shop} zeigt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products stay shared, because you chose so in their offer rules.</source>
   <extracomment>{n} product stays shared, because you chose so in its offer rules.</extracomment>
   <translation>
    <numerusform>{n} Produkt bleibt gemeinsam, weil Sie es in seinen Anzeigeregeln so gewählt haben.</numerusform>
    <numerusform>{n} Produkte bleiben gemeinsam, weil Sie es in ihren Anzeigeregeln so gewählt haben.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products taken over from {file}</source>
   <extracomment>{n} product taken over from {file}</extracomment>
   <translation>
    <numerusform>{n} Produkt aus {file} übernommen</numerusform>
    <numerusform>{n} Produkte aus {file} übernommen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products then have more promised than there are: they open incidents.</source>
   <extracomment>{n} product then has more promised than there is: it opens an incident.</extracomment>
   <translation>
    <numerusform>{n} Produkt hat dann mehr zugesagt, als da ist: Das eröffnet einen Vorfall.</numerusform>
    <numerusform>{n} Produkte haben dann mehr zugesagt, als da ist: Das eröffnet Vorfälle.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products wait, with their reasons.</source>
   <extracomment>{n} product waits, with its reason.</extracomment>
   <translation>
    <numerusform>{n} Produkt wartet, mit seinem Grund.</numerusform>
    <numerusform>{n} Produkte warten, mit ihren Gründen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products were changed on {shop} from outside. Plimsoll sends nothing there until you decide.</source>
   <extracomment>{n} product was changed on {shop} from outside. Plimsoll sends nothing there until you decide.</extracomment>
   <translation>
    <numerusform>{n} Produkt wurde auf {shop} von außen geändert. Plimsoll sendet dort nichts, bis Sie entscheiden.</numerusform>
    <numerusform>{n} Produkte wurden auf {shop} von außen geändert. Plimsoll sendet dort nichts, bis Sie entscheiden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products were not looked at: they are taken to have come home.</source>
   <extracomment>{n} product was not looked at: it is taken to have come home.</extracomment>
   <translation>
    <numerusform>{n} Produkt ist nicht durchgesehen: Es gilt als zurückgekommen.</numerusform>
    <numerusform>{n} Produkte sind nicht durchgesehen: Sie gelten als zurückgekommen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products would have other floors</source>
   <extracomment>{n} product would have another floor</extracomment>
   <translation>
    <numerusform>{n} Produkt hätte einen anderen Mindestbestand</numerusform>
    <numerusform>{n} Produkte hätten andere Mindestbestände</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products would show 0</source>
   <extracomment>{n} product would show 0</extracomment>
   <translation>
    <numerusform>{n} Produkt würde 0 zeigen</numerusform>
    <numerusform>{n} Produkte würden 0 zeigen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products, not finished</source>
   <extracomment>{n} product, not finished</extracomment>
   <translation>
    <numerusform>{n} Produkt, nicht fertig</numerusform>
    <numerusform>{n} Produkte, nicht fertig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} products: {lacks}</source>
   <extracomment>{n} product: {lacks}</extracomment>
   <translation>
    <numerusform>{n} Produkt: {lacks}</numerusform>
    <numerusform>{n} Produkte: {lacks}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} promised pieces would be missing. The newest orders are short, and an incident opens.</source>
   <extracomment>{n} promised piece would be missing. The newest orders are short, and an incident opens.</extracomment>
   <translation>
    <numerusform>{n} zugesagtes Stück würde fehlen. Die neuesten Bestellungen kämen zu kurz, und ein Vorfall wird eröffnet.</numerusform>
    <numerusform>{n} zugesagte Stücke würden fehlen. Die neuesten Bestellungen kämen zu kurz, und ein Vorfall wird eröffnet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} quarters in a row</source>
   <extracomment>{n} quarter in a row</extracomment>
   <translation>
    <numerusform>{n} Quartal in Folge</numerusform>
    <numerusform>{n} Quartale in Folge</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} refunds are not confirmed yet</source>
   <extracomment>{n} refund is not confirmed yet</extracomment>
   <translation>
    <numerusform>{n} Erstattung ist noch nicht bestätigt</numerusform>
    <numerusform>{n} Erstattungen sind noch nicht bestätigt</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} refused by {shop}, too many requests.</source>
   <translation>{n} von {shop} abgelehnt, zu viele Anfragen.</translation>
  </message>
  <message>
   <source>{n} rows</source>
   <translation>{n} Buchungen</translation>
  </message>
  <message numerus="yes">
   <source>{n} rows are in {file}, in {folder}</source>
   <extracomment>{n} row is in {file}, in {folder}</extracomment>
   <translation>
    <numerusform>{n} Zeile steht in {file}, in {folder}</numerusform>
    <numerusform>{n} Zeilen stehen in {file}, in {folder}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} rows are left out, with their reasons.</source>
   <extracomment>{n} row is left out, with its reason.</extracomment>
   <translation>
    <numerusform>{n} Zeile ist weggelassen, mit ihrem Grund.</numerusform>
    <numerusform>{n} Zeilen sind weggelassen, mit ihren Gründen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} rows are lost.</source>
   <extracomment>{n} row is lost.</extracomment>
   <translation>
    <numerusform>{n} Buchung ist verloren.</numerusform>
    <numerusform>{n} Buchungen sind verloren.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} rows without a SKU are left out.</source>
   <extracomment>{n} row without a SKU is left out.</extracomment>
   <translation>
    <numerusform>{n} Zeile ohne SKU bleibt weg.</numerusform>
    <numerusform>{n} Zeilen ohne SKU bleiben weg.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} s</source>
   <translation>{n} s</translation>
  </message>
  <message numerus="yes">
   <source>{n} sales are known already</source>
   <extracomment>{n} sale is known already</extracomment>
   <translation>
    <numerusform>{n} Verkauf ist schon bekannt</numerusform>
    <numerusform>{n} Verkäufe sind schon bekannt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} sales entered</source>
   <extracomment>{n} sale entered</extracomment>
   <translation>
    <numerusform>{n} Verkauf</numerusform>
    <numerusform>{n} Verkäufe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} should have</source>
   <extracomment>{n} should have</extracomment>
   <translation>
    <numerusform>{n} sollte es sein</numerusform>
    <numerusform>{n} sollten es sein</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} shown</source>
   <extracomment>{n} shown</extracomment>
   <translation>
    <numerusform>{n} gezeigt</numerusform>
    <numerusform>{n} gezeigt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} slower</source>
   <extracomment>{n} slower</extracomment>
   <translation>
    <numerusform>{n} langsamer</numerusform>
    <numerusform>{n} langsamer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} sold lines belong to no product</source>
   <extracomment>{n} sold line belongs to no product</extracomment>
   <translation>
    <numerusform>{n} verkaufte Position gehört zu keinem Produkt</numerusform>
    <numerusform>{n} verkaufte Positionen gehören zu keinem Produkt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} sold lines belong to no product: they lower no stock.</source>
   <extracomment>{n} sold line belongs to no product: it lowers no stock.</extracomment>
   <translation>
    <numerusform>{n} verkaufte Position gehört zu keinem Produkt: Sie senkt keinen Bestand.</numerusform>
    <numerusform>{n} verkaufte Positionen gehören zu keinem Produkt: Sie senken keinen Bestand.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} stay as they are.</source>
   <extracomment>{n} stays as it is.</extracomment>
   <translation>
    <numerusform>{n} bleibt, wie sie ist.</numerusform>
    <numerusform>{n} bleiben, wie sie sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} still wait</source>
   <extracomment>{n} still waits</extracomment>
   <translation>
    <numerusform>{n} wartet noch</numerusform>
    <numerusform>{n} warten noch</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} the same as here</source>
   <extracomment>{n} the same as here</extracomment>
   <translation>
    <numerusform>{n} wie hier</numerusform>
    <numerusform>{n} wie hier</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} there</source>
   <extracomment>{n} there</extracomment>
   <translation>
    <numerusform>{n} da</numerusform>
    <numerusform>{n} da</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to answer</source>
   <extracomment>{n} thing to answer</extracomment>
   <translation>
    <numerusform>{n} Frage offen</numerusform>
    <numerusform>{n} Fragen offen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to answer.</source>
   <extracomment>{n} thing to answer.</extracomment>
   <translation>
    <numerusform>{n} Frage offen.</numerusform>
    <numerusform>{n} Fragen offen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to do</source>
   <extracomment>{n} thing to do</extracomment>
   <translation>
    <numerusform>{n} Aufgabe</numerusform>
    <numerusform>{n} Aufgaben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to look at. Nothing is urgent.</source>
   <extracomment>{n} thing to look at. Nothing is urgent.</extracomment>
   <translation>
    <numerusform>{n} Sache zum Ansehen. Nichts eilt.</numerusform>
    <numerusform>{n} Sachen zum Ansehen. Nichts eilt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} ticks are still missing</source>
   <extracomment>{n} tick is still missing</extracomment>
   <translation>
    <numerusform>{n} Häkchen fehlt noch</numerusform>
    <numerusform>{n} Häkchen fehlen noch</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} times in 30 days two orders for one product came within a second, and its number was off afterwards: the shop’s own lock likely let both pass. A managed WooCommerce host or a server of your own makes this rarer. Until then, hold one piece back there.</source>
   <extracomment>{n} time in 30 days two orders for one product came within a second, and its number was off afterwards: the shop’s own lock likely let both pass. A managed WooCommerce host or a server of your own makes this rarer. Until then, hold one piece back there.</extracomment>
   <translation>
    <numerusform>{n} Mal in 30 Tagen kamen zwei Bestellungen für ein Produkt binnen einer Sekunde, und danach stimmte seine Zahl nicht: Die Sperre des Shops ließ wohl beide durch. Ein verwalteter WooCommerce-Hoster oder ein eigener Server macht das seltener. Halten Sie bis dahin dort ein Stück zurück.</numerusform>
    <numerusform>{n} Mal in 30 Tagen kamen zwei Bestellungen für ein Produkt binnen einer Sekunde, und danach stimmte seine Zahl nicht: Die Sperre des Shops ließ wohl beide durch. Ein verwalteter WooCommerce-Hoster oder ein eigener Server macht das seltener. Halten Sie bis dahin dort ein Stück zurück.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} times in the last {days} days it was still the old one after a sale there, at most that long.</source>
   <extracomment>{n} time in the last {days} days it was still the old one that long after a sale there.</extracomment>
   <translation>
    <numerusform>In den letzten {days} Tagen war sie {n}-mal so lange nach einem Verkauf dort noch die alte.</numerusform>
    <numerusform>In den letzten {days} Tagen war sie {n}-mal nach einem Verkauf dort noch die alte, höchstens so lange.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} times more.</source>
   <extracomment>Once more.</extracomment>
   <translation>
    <numerusform>Noch einmal.</numerusform>
    <numerusform>Noch {n} Mal.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} to change by hand</source>
   <extracomment>{n} to change by hand</extracomment>
   <translation>
    <numerusform>{n} von Hand zu ändern</numerusform>
    <numerusform>{n} von Hand zu ändern</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} to come</source>
   <translation>{n} ausstehend</translation>
  </message>
  <message numerus="yes">
   <source>{n} to count again</source>
   <extracomment>{n} to count again</extracomment>
   <translation>
    <numerusform>{n} nachzuzählen</numerusform>
    <numerusform>{n} nachzuzählen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} to look at</source>
   <extracomment>{n} to look at</extracomment>
   <translation>
    <numerusform>{n} anzusehen</numerusform>
    <numerusform>{n} anzusehen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} too many</source>
   <extracomment>{n} too many</extracomment>
   <translation>
    <numerusform>{n} zu viel</numerusform>
    <numerusform>{n} zu viel</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} updates are sent again</source>
   <extracomment>{n} update is sent again</extracomment>
   <translation>
    <numerusform>{n} Änderung wird erneut gesendet</numerusform>
    <numerusform>{n} Änderungen werden erneut gesendet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} updates are waiting</source>
   <extracomment>{n} update is waiting</extracomment>
   <translation>
    <numerusform>{n} Änderung wartet</numerusform>
    <numerusform>{n} Änderungen warten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} updates wait here</source>
   <extracomment>{n} update waits here</extracomment>
   <translation>
    <numerusform>{n} Änderung wartet hier</numerusform>
    <numerusform>{n} Änderungen warten hier</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} updates waiting</source>
   <extracomment>{n} update waiting</extracomment>
   <translation>
    <numerusform>{n} Änderung wartet</numerusform>
    <numerusform>{n} Änderungen warten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} updates were not taken</source>
   <extracomment>{n} update was not taken</extracomment>
   <translation>
    <numerusform>{n} Änderung nicht angenommen</numerusform>
    <numerusform>{n} Änderungen nicht angenommen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} wait for you.</source>
   <extracomment>{n} waits for you.</extracomment>
   <translation>
    <numerusform>{n} wartet auf Sie.</numerusform>
    <numerusform>{n} warten auf Sie.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} weeks in a row</source>
   <extracomment>{n} week in a row</extracomment>
   <translation>
    <numerusform>{n} Woche in Folge</numerusform>
    <numerusform>{n} Wochen in Folge</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} within {seconds} s of our own write.</source>
   <extracomment>{n} within {seconds} s of our own write.</extracomment>
   <translation>
    <numerusform>{n} binnen {seconds} s nach unserer Zahl.</numerusform>
    <numerusform>{n} binnen {seconds} s nach unserer Zahl.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} words</source>
   <extracomment>{n} word</extracomment>
   <translation>
    <numerusform>{n} Wort</numerusform>
    <numerusform>{n} Wörter</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} written to</source>
   <translation>{n} angeschrieben</translation>
  </message>
  <message numerus="yes">
   <source>{n} {title} came home</source>
   <extracomment>{n} {title} came home</extracomment>
   <translation>
    <numerusform>{n} {title} zurück</numerusform>
    <numerusform>{n} {title} zurück</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} {title} return to your stock, and every channel is told.</source>
   <extracomment>{n} {title} returns to your stock, and every channel is told.</extracomment>
   <translation>
    <numerusform>{n} {title} kehrt in Ihren Bestand zurück, und jeder Kanal erfährt es.</numerusform>
    <numerusform>{n} {title} kehren in Ihren Bestand zurück, und jeder Kanal erfährt es.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} {title} sold</source>
   <extracomment>{n} {title} sold</extracomment>
   <translation>
    <numerusform>{n} {title} verkauft</numerusform>
    <numerusform>{n} {title} verkauft</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} {title} sold at {shop}</source>
   <extracomment>{n} {title} sold at {shop}</extracomment>
   <translation>
    <numerusform>{n} {title} bei {shop} verkauft</numerusform>
    <numerusform>{n} {title} bei {shop} verkauft</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} {title} taken along</source>
   <extracomment>{n} {title} taken along</extracomment>
   <translation>
    <numerusform>{n} {title} mitgenommen</numerusform>
    <numerusform>{n} {title} mitgenommen</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} × {title}</source>
   <translation>{n} × {title}</translation>
  </message>
  <message>
   <source>{n}, as you typed it, of {orders}, {rate}.</source>
   <translation>{n}, von Ihnen eingegeben, von {orders}, {rate}.</translation>
  </message>
  <message>
   <source>{on_hand} on hand</source>
   <translation>{on_hand} vorhanden</translation>
  </message>
  <message>
   <source>{on_hand} on hand cover {committed} promised. Step 4 says what is left to close it.</source>
   <translation>{on_hand} vorhanden decken {committed} zugesagt. Schritt 4 sagt, was bis zum Schließen noch fehlt.</translation>
  </message>
  <message>
   <source>{on_hand} on hand − {committed} committed = {available} available</source>
   <translation>{on_hand} vorhanden − {committed} zugesagt = {available} verfügbar</translation>
  </message>
  <message>
   <source>{on_hand} on hand, {committed} committed, {held} held back</source>
   <translation>{on_hand} vorhanden, {committed} zugesagt, {held} zurückgehalten</translation>
  </message>
  <message>
   <source>{on_hand} on hand, {committed} committed, {held} held back, {kept} set aside for other places: {quantity} here</source>
   <translation>{on_hand} vorhanden, {committed} zugesagt, {held} zurückgehalten, {kept} für andere Orte reserviert: {quantity} hier</translation>
  </message>
  <message>
   <source>{on_hand} on hand, {committed} committed, {held} held back: {quantity} here</source>
   <translation>{on_hand} vorhanden, {committed} zugesagt, {held} zurückgehalten: {quantity} hier</translation>
  </message>
  <message>
   <source>{on_hand} on hand, {committed} committed, {untaken} of them not yet taken off here, {held} held back, {kept} set aside for other places: {quantity} here</source>
   <translation>{on_hand} vorhanden, {committed} zugesagt, davon {untaken} hier noch nicht abgezogen, {held} zurückgehalten, {kept} für andere Orte reserviert: {quantity} hier</translation>
  </message>
  <message>
   <source>{on_hand} on hand, {committed} committed, {untaken} of them not yet taken off here, {held} held back: {quantity} here</source>
   <translation>{on_hand} vorhanden, {committed} zugesagt, davon {untaken} hier noch nicht abgezogen, {held} zurückgehalten: {quantity} hier</translation>
  </message>
  <message>
   <source>{on_hand} on hand, {committed} committed.</source>
   <translation>{on_hand} vorhanden, {committed} zugesagt.</translation>
  </message>
  <message>
   <source>{on_hand} on hand, {promised} promised</source>
   <translation>{on_hand} vorhanden, {promised} zugesagt</translation>
  </message>
  <message>
   <source>{on_hand} on the shelf, {committed} promised.</source>
   <translation>{on_hand} im Regal, {committed} zugesagt.</translation>
  </message>
  <message>
   <source>{option}, kept {at}.</source>
   <translation>{option}, festgehalten {at}.</translation>
  </message>
  <message>
   <source>{orders}, thin</source>
   <translation>{orders}, wenig</translation>
  </message>
  <message>
   <source>{orders}, {pieces} not covered when they came</source>
   <translation>{orders}, {pieces} beim Eintreffen nicht gedeckt</translation>
  </message>
  <message>
   <source>{order}, {pieces}. {state}</source>
   <translation>{order}, {pieces}. {state}</translation>
  </message>
  <message>
   <source>{order}: look for a review, {days} days after your message.</source>
   <translation>{order}: nach einer Bewertung sehen, {days} Tage nach Ihrer Nachricht.</translation>
  </message>
  <message>
   <source>{order}: no answer in time. Do now what you promised for that case.</source>
   <translation>{order}: keine Antwort in der Frist. Tun Sie jetzt, was Sie für den Fall zugesagt haben.</translation>
  </message>
  <message>
   <source>{order}: pay the money back now. The cause can wait.</source>
   <translation>{order}: Zahlen Sie das Geld jetzt zurück. Die Ursache kann warten.</translation>
  </message>
  <message>
   <source>{order}: the promised day passed. Tell them, and offer a refund.</source>
   <translation>{order}: Der zugesagte Tag ist vorbei. Sagen Sie es und bieten Sie eine Erstattung an.</translation>
  </message>
  <message>
   <source>{page}, {note}</source>
   <translation>{page}, {note}</translation>
  </message>
  <message>
   <source>{parts}.</source>
   <translation>{parts}.</translation>
  </message>
  <message>
   <source>{part}: {state}. {note}</source>
   <translation>{part}: {state}. {note}</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{pieces} are still held back.</source>
   <translation>{pieces} noch zurückgehalten.</translation>
  </message>
  <message>
   <source>{pieces} by hand at {at}, while the channels still showed more.</source>
   <translation>{pieces} von Hand ({at}), während die Kanäle noch mehr zeigten.</translation>
  </message>
  <message>
   <source>{pieces} damaged</source>
   <translation>{pieces} beschädigt</translation>
  </message>
  <message>
   <source>{pieces} held back</source>
   <translation>{pieces} zurückgehalten</translation>
  </message>
  <message>
   <source>{pieces} held back since it fell under its floor.</source>
   <translation>{pieces} zurückgehalten, seit der Mindestbestand unterschritten ist.</translation>
  </message>
  <message>
   <source>{pieces} in a bundle, {available} available</source>
   <translation>{pieces} im Set, {available} verfügbar</translation>
  </message>
  <message>
   <source>{pieces} is not possible here.</source>
   <translation>{pieces} ist hier nicht möglich.</translation>
  </message>
  <message>
   <source>{pieces} is not possible here: {on_hand} are on hand.</source>
   <translation>{pieces} ist hier nicht möglich: {on_hand} vorhanden.</translation>
  </message>
  <message>
   <source>{pieces} now</source>
   <translation>jetzt {pieces}</translation>
  </message>
  <message>
   <source>{pieces} ×</source>
   <translation>{pieces} ×</translation>
  </message>
  <message>
   <source>{pieces} × {sku}</source>
   <translation>{pieces} × {sku}</translation>
  </message>
  <message>
   <source>{pieces}, {cost}</source>
   <translation>{pieces}, {cost}</translation>
  </message>
  <message>
   <source>{places}, {pieces}</source>
   <translation>{places}, {pieces}</translation>
  </message>
  <message>
   <source>{place} confirmed {n}</source>
   <translation>{place} bestätigte {n}</translation>
  </message>
  <message>
   <source>{place} is over: {totals}.</source>
   <translation>{place} ist beendet: {totals}.</translation>
  </message>
  <message>
   <source>{place} sold {n} (order {order})</source>
   <translation>{place} verkaufte {n} (Bestellung {order})</translation>
  </message>
  <message>
   <source>{place}. Last sent: {when}.</source>
   <translation>{place}. Zuletzt gesendet: {when}.</translation>
  </message>
  <message>
   <source>{place}. Nothing was sent there yet.</source>
   <translation>{place}. Dorthin wurde noch nichts gesendet.</translation>
  </message>
  <message>
   <source>{place}. {when}: {words}</source>
   <translation>{place}. {when}: {words}</translation>
  </message>
  <message>
   <source>{press}: {what}</source>
   <translation>{press}: {what}</translation>
  </message>
  <message>
   <source>{product} can be ordered again: {available} available, reorder at {reorder}.</source>
   <translation>{product} kann nachbestellt werden: {available} verfügbar, nachbestellen bei {reorder}.</translation>
  </message>
  <message>
   <source>{product} has run out already.</source>
   <translation>{product} ist bereits aus.</translation>
  </message>
  <message>
   <source>{product} is above its floor again and can be put back.</source>
   <translation>{product} ist wieder über dem Mindestbestand und kann wiederhergestellt werden.</translation>
  </message>
  <message>
   <source>{product} is above its floor: {available} available, floor {floor}.</source>
   <translation>{product} ist über dem Mindestbestand: {available} verfügbar, Mindestbestand {floor}.</translation>
  </message>
  <message>
   <source>{product} is above its reorder point: {available} available, reorder at {reorder}.</source>
   <translation>{product} ist über dem Meldebestand: {available} verfügbar, nachbestellen bei {reorder}.</translation>
  </message>
  <message>
   <source>{product} is at its floor of {floor}.</source>
   <translation>{product} ist am Mindestbestand von {floor}.</translation>
  </message>
  <message>
   <source>{product} is oversold by {pieces}.</source>
   <translation>{product} ist um {pieces} überverkauft.</translation>
  </message>
  <message>
   <source>{product} is oversold.</source>
   <translation>{product} ist überverkauft.</translation>
  </message>
  <message>
   <source>{product} is short by {pieces} again.</source>
   <translation>{product}: Es fehlen wieder {pieces} Stück.</translation>
  </message>
  <message>
   <source>{product} is under its floor: {available} available, floor {floor}.</source>
   <translation>{product} ist unter dem Mindestbestand: {available} verfügbar, Mindestbestand {floor}.</translation>
  </message>
  <message>
   <source>{product} lasts about {left}: {available} available, {rate} sold a day. A delivery takes {limit} days.</source>
   <translation>{product} reicht etwa {left}: {available} verfügbar, {rate} am Tag verkauft. Lieferzeit in Tagen: {limit}.</translation>
  </message>
  <message>
   <source>{product} runs out in about {left}: {available} available, {rate} sold a day. A delivery takes {limit} days.</source>
   <translation>{product} reicht noch etwa {left}: {available} verfügbar, {rate} am Tag verkauft. Lieferzeit in Tagen: {limit}.</translation>
  </message>
  <message>
   <source>{product} went over by {n} at {shops}. The same events are in the table.</source>
   <translation>{product} ist um {n} überverkauft bei {shops}. Dieselben Ereignisse stehen in der Tabelle.</translation>
  </message>
  <message>
   <source>{product}, {pieces} more promised than you have</source>
   <translation>{product}, {pieces} mehr zugesagt, als Sie haben</translation>
  </message>
  <message>
   <source>{product}, {sku}. {when}, {shop}: {what}. {change}.</source>
   <translation>{product}, {sku}. {when}, {shop}: {what}. {change}.</translation>
  </message>
  <message>
   <source>{product}, {sku}. {when}: {what}. {change}.</source>
   <translation>{product}, {sku}. {when}: {what}. {change}.</translation>
  </message>
  <message>
   <source>{product}: covered again</source>
   <translation>{product}: wieder gedeckt</translation>
  </message>
  <message>
   <source>{product}: no notice of the two hours was due.</source>
   <translation>{product}: Kein Hinweis auf die zwei Stunden war fällig.</translation>
  </message>
  <message>
   <source>{product}: nothing is set for this, or too little is known of it.</source>
   <translation>{product}: Dafür ist nichts eingestellt, oder es ist zu wenig bekannt.</translation>
  </message>
  <message>
   <source>{product}: {available} available.</source>
   <translation>{product}: {available} verfügbar.</translation>
  </message>
  <message numerus="yes">
   <source>{product}: {n} customers should have heard from you by now.</source>
   <extracomment>{product}: {n} customer should have heard from you by now.</extracomment>
   <translation>
    <numerusform>{product}: {n} Kunde sollte inzwischen von Ihnen gehört haben.</numerusform>
    <numerusform>{product}: {n} Kunden sollten inzwischen von Ihnen gehört haben.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{product}: {n} customers wait for your message, at most {left} minutes are left.</source>
   <extracomment>{product}: {n} customer waits for your message, at most {left} minutes are left.</extracomment>
   <translation>
    <numerusform>{product}: {n} Kunde wartet auf Ihre Nachricht, höchstens {left} Minuten bleiben.</numerusform>
    <numerusform>{product}: {n} Kunden warten auf Ihre Nachricht, höchstens {left} Minuten bleiben.</numerusform>
   </translation>
  </message>
  <message>
   <source>{product}: {n} more promised than you have</source>
   <translation>{product}: {n} mehr zugesagt als vorhanden</translation>
  </message>
  <message>
   <source>{promised} promised</source>
   <translation>{promised} zugesagt</translation>
  </message>
  <message>
   <source>{prompt} confirmed within a minute, {late} later, {never} not taken</source>
   <translation>{prompt} binnen einer Minute bestätigt, {late} später, {never} nicht angenommen</translation>
  </message>
  <message>
   <source>{question} {answer}</source>
   <translation>{question} {answer}</translation>
  </message>
  <message>
   <source>{rate} buyers an hour, {share} of all</source>
   <translation>{rate} Käufer je Stunde, insgesamt {share}</translation>
  </message>
  <message>
   <source>{rate} buyers an hour, {what}</source>
   <translation>{rate} Käufer je Stunde, {what}</translation>
  </message>
  <message>
   <source>{rate} buyers an hour: {orders} orders, {away} found it sold out. Heard of within {heard}, told within {told}, {share} within a minute. {over} pieces oversold.</source>
   <translation>{rate} Käufer je Stunde: {orders} Bestellungen, {away} fanden es ausverkauft. Erfahren binnen {heard}, gesendet binnen {told}, {share} binnen einer Minute. {over} Stück überverkauft.</translation>
  </message>
  <message>
   <source>{reason}</source>
   <translation>{reason}</translation>
  </message>
  <message>
   <source>{reason} Start Plimsoll with --data and a folder on this computer’s own disk.</source>
   <translation>{reason} Starten Sie Plimsoll mit --data und einem Ordner auf der eigenen Platte dieses Computers.</translation>
  </message>
  <message>
   <source>{received}, {damaged}</source>
   <translation>{received}, {damaged}</translation>
  </message>
  <message>
   <source>{rounded} instead of {exact}.</source>
   <translation>{rounded} statt {exact}.</translation>
  </message>
  <message>
   <source>{rule} for {length}, from {date}: {how}</source>
   <translation>{rule}, {length}, ab {date}: {how}</translation>
  </message>
  <message>
   <source>{rule} in {shop}.</source>
   <translation>{rule} in {shop}.</translation>
  </message>
  <message numerus="yes">
   <source>{rule}, from {begun} to {last}, or for {n} orders.</source>
   <extracomment>{rule}, from {begun} to {last}, or for {n} order.</extracomment>
   <translation>
    <numerusform>{rule}, {begun} bis {last}, oder für {n} Bestellung.</numerusform>
    <numerusform>{rule}, {begun} bis {last}, oder für {n} Bestellungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>{rule}, from {begun} to {last}.</source>
   <translation>{rule}, {begun} bis {last}.</translation>
  </message>
  <message>
   <source>{rule}.</source>
   <translation>{rule}.</translation>
  </message>
  <message>
   <source>{said} The rest were never confirmed.</source>
   <translation>{said} Der Rest wurde nie bestätigt.</translation>
  </message>
  <message>
   <source>{said}.</source>
   <translation>{said}.</translation>
  </message>
  <message>
   <source>{said}. It belongs to another shelf, or nobody asked for it.</source>
   <translation>{said}. Es gehört in ein anderes Regal, oder niemand verlangte es.</translation>
  </message>
  <message>
   <source>{said}. Over 30 days old</source>
   <translation>{said}. Über 30 Tage alt</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
  <message>
   <source>{seconds} s is not possible.</source>
   <translation>{seconds} s ist nicht möglich.</translation>
  </message>
  <message>
   <source>{sentence}.</source>
   <translation>{sentence}.</translation>
  </message>
  <message>
   <source>{sent} {how}</source>
   <translation>{sent} {how}</translation>
  </message>
  <message>
   <source>{setting}, {where}</source>
   <translation>{setting}, {where}</translation>
  </message>
  <message>
   <source>{share} less than usual</source>
   <translation>{share} weniger als sonst</translation>
  </message>
  <message>
   <source>{share} more than usual</source>
   <translation>{share} mehr als sonst</translation>
  </message>
  <message>
   <source>{share} of its rate limit used.</source>
   <translation>{share} des Anfragelimits genutzt.</translation>
  </message>
  <message>
   <source>{share} of {pool} set aside here, because its number follows late</source>
   <translation>{share} von {pool} hier reserviert, weil die Zahl spät folgt</translation>
  </message>
  <message>
   <source>{share} within {length}</source>
   <translation>{share} bis {length}</translation>
  </message>
  <message>
   <source>{shelf} is closed, and stands beside the ledger.</source>
   <translation>{shelf} ist abgeschlossen und steht neben dem Journal.</translation>
  </message>
  <message>
   <source>{shelf} is closed.</source>
   <translation>{shelf} ist geschlossen.</translation>
  </message>
  <message>
   <source>{shelf} posted: {counted} counted, {corrected} corrected</source>
   <translation>{shelf} gebucht: {counted} gezählt, {corrected} berichtigt</translation>
  </message>
  <message>
   <source>{shelf}: {state}</source>
   <translation>{shelf}: {state}</translation>
  </message>
  <message>
   <source>{shops} are sent what follows from it.</source>
   <translation>Was daraus folgt, geht an {shops}.</translation>
  </message>
  <message>
   <source>{shop} allows no cancellation more.</source>
   <translation>{shop} erlaubt keine Stornierung mehr.</translation>
  </message>
  <message>
   <source>{shop} answers.</source>
   <translation>{shop} antwortet.</translation>
  </message>
  <message>
   <source>{shop} at the floor</source>
   <translation>{shop} am Mindestbestand</translation>
  </message>
  <message>
   <source>{shop} can sell nothing that Plimsoll has not heard of.</source>
   <translation>{shop} kann nichts verkaufen, von dem Plimsoll nicht weiß.</translation>
  </message>
  <message>
   <source>{shop} cancellations</source>
   <translation>Stornierungen bei {shop}</translation>
  </message>
  <message>
   <source>{shop} checked {when}</source>
   <translation>{shop} geprüft {when}</translation>
  </message>
  <message>
   <source>{shop} confirmed a number on {day} only after {n} s.</source>
   <translation>{shop} bestätigte eine Zahl ({day}) erst nach {n} s.</translation>
  </message>
  <message>
   <source>{shop} confirmed its number only after {time}.</source>
   <translation>{shop} bestätigte seine Zahl erst nach {time}.</translation>
  </message>
  <message>
   <source>{shop} confirmed {n}</source>
   <translation>{shop} bestätigte {n}</translation>
  </message>
  <message>
   <source>{shop} counts {counted}, more than its limit</source>
   <translation>{shop} zählt {counted}, mehr als die Grenze</translation>
  </message>
  <message>
   <source>{shop} counts {counted}, {left} left</source>
   <translation>{shop} zählt {counted}, {left} übrig</translation>
  </message>
  <message>
   <source>{shop} did not put it back on sale. Do that there.</source>
   <translation>{shop} stellte es nicht zurück in den Verkauf. Tun Sie es dort.</translation>
  </message>
  <message>
   <source>{shop} did not put it back on sale: “{words}” Do that there.</source>
   <translation>{shop} stellte es nicht zurück in den Verkauf: „{words}“ Tun Sie es dort.</translation>
  </message>
  <message>
   <source>{shop} did not take a number on {day}.</source>
   <translation>{shop} nahm eine Zahl nicht an ({day}).</translation>
  </message>
  <message>
   <source>{shop} did not take {number} for a day.</source>
   <translation>{shop} hat {number} seit einem Tag nicht angenommen.</translation>
  </message>
  <message>
   <source>{shop} did not take {number} for a day: “{words}”</source>
   <translation>{shop} hat {number} seit einem Tag nicht angenommen: „{words}“</translation>
  </message>
  <message>
   <source>{shop} does not answer</source>
   <translation>{shop} antwortet nicht</translation>
  </message>
  <message>
   <source>{shop} does not answer. Plimsoll goes on trying.</source>
   <translation>{shop} antwortet nicht. Plimsoll versucht es weiter.</translation>
  </message>
  <message>
   <source>{shop} does not answer. Plimsoll tries again by itself.</source>
   <translation>{shop} antwortet nicht. Plimsoll versucht es von selbst erneut.</translation>
  </message>
  <message numerus="yes">
   <source>{shop} does not answer. {n} updates wait here.</source>
   <extracomment>{shop} does not answer. {n} update waits here.</extracomment>
   <translation>
    <numerusform>{shop} antwortet nicht. {n} Änderung wartet hier.</numerusform>
    <numerusform>{shop} antwortet nicht. {n} Änderungen warten hier.</numerusform>
   </translation>
  </message>
  <message>
   <source>{shop} does not count its stock. Turn on stock management for it there.</source>
   <translation>{shop} zählt den Bestand nicht. Schalten Sie dort die Bestandsführung dafür ein.</translation>
  </message>
  <message>
   <source>{shop} does not count its stock: nothing is sent</source>
   <translation>{shop} zählt den Bestand nicht: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>{shop} gave no answer. Plimsoll reads the order to find out, and does not send it a second time.</source>
   <translation>{shop} gab keine Antwort. Plimsoll liest die Bestellung, um es herauszufinden, und sendet es kein zweites Mal.</translation>
  </message>
  <message>
   <source>{shop} goes on selling it below zero. Change that there.</source>
   <translation>{shop} verkauft es unter null weiter. Ändern Sie das dort.</translation>
  </message>
  <message>
   <source>{shop} has confirmed every update.</source>
   <translation>{shop} hat jede Änderung bestätigt.</translation>
  </message>
  <message>
   <source>{shop} has confirmed everything.</source>
   <translation>{shop} hat alles bestätigt.</translation>
  </message>
  <message>
   <source>{shop} has it off sale, and putting it back may cost a fee.</source>
   <translation>{shop} hat es nicht im Verkauf; es zurückzustellen kann eine Gebühr kosten.</translation>
  </message>
  <message>
   <source>{shop} has not confirmed an update of {product} for a minute.</source>
   <translation>{shop} hat eine Änderung von {product} seit einer Minute nicht bestätigt.</translation>
  </message>
  <message numerus="yes">
   <source>{shop} has not confirmed {n} updates. The oldest waits for {minutes} minutes, the limit is {limit}.</source>
   <extracomment>{shop} has not confirmed {n} update. The oldest waits for {minutes} minutes, the limit is {limit}.</extracomment>
   <translation>
    <numerusform>{shop} hat {n} Änderung nicht bestätigt. Die älteste wartet {minutes} Minuten, die Grenze ist {limit}.</numerusform>
    <numerusform>{shop} hat {n} Änderungen nicht bestätigt. Die älteste wartet {minutes} Minuten, die Grenze ist {limit}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{shop} has not done what Plimsoll asked for {length}. Plimsoll goes on trying.</source>
   <translation>{shop} hat {length} lang nicht getan, was Plimsoll verlangt. Plimsoll versucht es weiter.</translation>
  </message>
  <message>
   <source>{shop} is asked for orders as often as usual</source>
   <translation>{shop} wird so oft wie üblich nach Bestellungen gefragt</translation>
  </message>
  <message>
   <source>{shop} is asked for orders every {seconds} s</source>
   <translation>{shop} wird alle {seconds} s nach Bestellungen gefragt</translation>
  </message>
  <message numerus="yes">
   <source>{shop} is live: {n} numbers are sent</source>
   <extracomment>{shop} is live: {n} number is sent</extracomment>
   <translation>
    <numerusform>{shop} ist live: {n} Zahl wird gesendet</numerusform>
    <numerusform>{shop} ist live: {n} Zahlen werden gesendet</numerusform>
   </translation>
  </message>
  <message>
   <source>{shop} is paused: nothing is sent</source>
   <translation>{shop} ist pausiert: Nichts wird gesendet</translation>
  </message>
  <message>
   <source>{shop} is read before anything is raised</source>
   <translation>{shop} wird gelesen, bevor etwas erhöht wird</translation>
  </message>
  <message>
   <source>{shop} is read by Plimsoll itself.</source>
   <translation>{shop} wird von Plimsoll selbst gelesen.</translation>
  </message>
  <message>
   <source>{shop} is sent our numbers.</source>
   <translation>{shop} erhält unsere Zahlen.</translation>
  </message>
  <message>
   <source>{shop} is served first when few are left</source>
   <translation>{shop} kommt zuerst, wenn wenige übrig sind</translation>
  </message>
  <message>
   <source>{shop} is {time} behind</source>
   <translation>{shop}: im Rückstand um {time}</translation>
  </message>
  <message>
   <source>{shop} keeps its present numbers and goes on selling. Plimsoll books its orders, and sends it nothing until you go live again.</source>
   <translation>{shop} behält seine jetzigen Zahlen und verkauft weiter. Plimsoll bucht die Bestellungen und sendet nichts, bis Sie wieder live schalten.</translation>
  </message>
  <message>
   <source>{shop} keeps its present numbers and goes on selling. Plimsoll sends it nothing until you resume.</source>
   <translation>{shop} behält seine jetzigen Zahlen und verkauft weiter. Plimsoll sendet nichts, bis Sie fortsetzen.</translation>
  </message>
  <message>
   <source>{shop} keeps the number it shows. Plimsoll sends it no more for this listing.</source>
   <translation>{shop} behält die Zahl, die es zeigt. Plimsoll sendet für dieses Angebot keine mehr.</translation>
  </message>
  <message>
   <source>{shop} lists nothing yet. “It lists…” says which products it shows, and how many.</source>
   <translation>{shop} bietet noch nichts an. „Bietet an…“ sagt, welche Produkte dort stehen und wie viele.</translation>
  </message>
  <message numerus="yes">
   <source>{shop} may sell at most {n} pieces that Plimsoll has not heard of.</source>
   <extracomment>{shop} may sell at most {n} piece that Plimsoll has not heard of.</extracomment>
   <translation>
    <numerusform>{shop} darf höchstens {n} Stück verkaufen, von dem Plimsoll nicht weiß.</numerusform>
    <numerusform>{shop} darf höchstens {n} Stück verkaufen, von denen Plimsoll nicht weiß.</numerusform>
   </translation>
  </message>
  <message>
   <source>{shop} needs you to sign in</source>
   <translation>{shop} braucht Ihre Anmeldung</translation>
  </message>
  <message>
   <source>{shop} needs you to sign in.</source>
   <translation>{shop} braucht Ihre Anmeldung.</translation>
  </message>
  <message>
   <source>{shop} needs you to sign in. It gets no updates, and its last numbers stay.</source>
   <translation>{shop} braucht Ihre Anmeldung. Es wird nichts gesendet, und die letzten Zahlen bleiben.</translation>
  </message>
  <message>
   <source>{shop} needs you to sign in. It gets no updates.</source>
   <translation>{shop} braucht Ihre Anmeldung. Es wird nichts gesendet.</translation>
  </message>
  <message>
   <source>{shop} no longer has this listing. Look at its link in Channels.</source>
   <translation>{shop} hat dieses Angebot nicht mehr. Prüfen Sie seine Verknüpfung unter Kanäle.</translation>
  </message>
  <message>
   <source>{shop} order {number}. {short}. {why}. {state}</source>
   <translation>{shop}, Bestellung {number}. {short}. {why}. {state}</translation>
  </message>
  <message>
   <source>{shop} order {order}: {pieces} not covered, {waiting} still waiting. Placed {placed}, heard {heard}.</source>
   <translation>{shop}, Bestellung {order}: {pieces} nicht gedeckt, {waiting} noch wartend. Bestellt {placed}, bekannt {heard}.</translation>
  </message>
  <message>
   <source>{shop} rang at {at}.</source>
   <translation>{shop}: Hinweis ausgelöst ({at}).</translation>
  </message>
  <message>
   <source>{shop} refused an update of {product}.</source>
   <translation>{shop} hat eine Änderung von {product} abgelehnt.</translation>
  </message>
  <message>
   <source>{shop} refused what Plimsoll asked</source>
   <translation>{shop} hat die Anfrage von Plimsoll abgelehnt</translation>
  </message>
  <message>
   <source>{shop} refused what Plimsoll asked.</source>
   <translation>{shop} hat die Anfrage von Plimsoll abgelehnt.</translation>
  </message>
  <message>
   <source>{shop} refused {number}.</source>
   <translation>{shop} hat {number} abgelehnt.</translation>
  </message>
  <message>
   <source>{shop} refused {number}: “{words}”</source>
   <translation>{shop} hat {number} abgelehnt: „{words}“</translation>
  </message>
  <message numerus="yes">
   <source>{shop} refused {n} calls, too many requests.</source>
   <extracomment>{shop} refused {n} call, too many requests.</extracomment>
   <translation>
    <numerusform>{shop} lehnte {n} Anfrage ab, zu viele Anfragen.</numerusform>
    <numerusform>{shop} lehnte {n} Anfragen ab, zu viele Anfragen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{shop} refused {n} updates.</source>
   <extracomment>{shop} refused {n} update.</extracomment>
   <translation>
    <numerusform>{shop} hat {n} Änderung abgelehnt.</numerusform>
    <numerusform>{shop} hat {n} Änderungen abgelehnt.</numerusform>
   </translation>
  </message>
  <message>
   <source>{shop} refused, or never answered</source>
   <translation>{shop} hat abgelehnt oder nie geantwortet</translation>
  </message>
  <message>
   <source>{shop} refused: {words}.</source>
   <translation>{shop} hat abgelehnt: {words}.</translation>
  </message>
  <message>
   <source>{shop} rings at other orders. Its webhook for this one did not arrive.</source>
   <translation>{shop} meldet andere Bestellungen. Der Webhook zu dieser kam nicht an.</translation>
  </message>
  <message>
   <source>{shop} said: {words}</source>
   <translation>{shop} sagte: {words}</translation>
  </message>
  <message>
   <source>{shop} sells on when nothing is left: “sell when out of stock” is on there.</source>
   <translation>{shop} verkauft weiter, wenn nichts mehr da ist: „Weiterverkaufen, wenn nicht vorrätig“ ist dort an.</translation>
  </message>
  <message>
   <source>{shop} sells what Plimsoll keeps no number for</source>
   <translation>{shop} verkauft, wofür Plimsoll keine Zahl führt</translation>
  </message>
  <message>
   <source>{shop} showed {seen} on {day}, ours was {expected}.</source>
   <translation>{shop} zeigte {seen} ({day}), unsere war {expected}.</translation>
  </message>
  <message>
   <source>{shop} showed {seen} still {seconds} s after a sale there, and came down by itself.</source>
   <translation>{shop} zeigte {seconds} s nach einem Verkauf dort noch {seen} und ging von selbst herunter.</translation>
  </message>
  <message>
   <source>{shop} showed {seen} where it should have shown {expected}.</source>
   <translation>{shop} zeigte {seen} statt {expected}.</translation>
  </message>
  <message>
   <source>{shop} showed {seen}, ours was {expected}</source>
   <translation>{shop} zeigte {seen}, unsere war {expected}</translation>
  </message>
  <message>
   <source>{shop} showed {seen}, ours was {ours}</source>
   <translation>{shop} zeigte {seen}, unsere Zahl war {ours}</translation>
  </message>
  <message>
   <source>{shop} shows 0, but did not take it off sale.</source>
   <translation>{shop} zeigt 0, nahm es aber nicht aus dem Verkauf.</translation>
  </message>
  <message>
   <source>{shop} shows 0, but did not take it off sale: “{words}”</source>
   <translation>{shop} zeigt 0, nahm es aber nicht aus dem Verkauf: „{words}“</translation>
  </message>
  <message>
   <source>{shop} shows other numbers than it should</source>
   <translation>{shop} zeigt andere Zahlen, als es sollte</translation>
  </message>
  <message>
   <source>{shop} shows what it should of {product}.</source>
   <translation>{shop} zeigt von {product}, was es soll.</translation>
  </message>
  <message>
   <source>{shop} shows what it should.</source>
   <translation>{shop} zeigt, was es soll.</translation>
  </message>
  <message>
   <source>{shop} shows {number}</source>
   <translation>{shop} zeigt {number}</translation>
  </message>
  <message>
   <source>{shop} shows {number}, Plimsoll says {says}.</source>
   <translation>{shop} zeigt {number}, Plimsoll sagt {says}.</translation>
  </message>
  <message>
   <source>{shop} shows {number}.</source>
   <translation>{shop} zeigt {number}.</translation>
  </message>
  <message>
   <source>{shop} shows {pieces} {title}.</source>
   <translation>{shop} zeigt {pieces} {title}.</translation>
  </message>
  <message>
   <source>{shop} shows {seen} of {product}, expected was {expected}.</source>
   <translation>{shop} zeigt {seen} von {product}, erwartet war {expected}.</translation>
  </message>
  <message>
   <source>{shop} shows {shows}, should be {should}</source>
   <translation>{shop} zeigt {shows}, sollte {should} sein</translation>
  </message>
  <message numerus="yes">
   <source>{shop} sold more of {n} products than it showed.</source>
   <extracomment>{shop} sold more of {n} product than it showed.</extracomment>
   <translation>
    <numerusform>{shop} hat von {n} Produkt mehr verkauft als angezeigt.</numerusform>
    <numerusform>{shop} hat von {n} Produkten mehr verkauft als angezeigt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{shop} sold more of {n} products than it showed. Plimsoll reads them there before it raises them anywhere.</source>
   <extracomment>{shop} sold more of {n} product than it showed. Plimsoll reads it there before it raises it anywhere.</extracomment>
   <translation>
    <numerusform>{shop} hat von {n} Produkt mehr verkauft als angezeigt. Plimsoll liest dort nach, bevor es die Zahl irgendwo erhöht.</numerusform>
    <numerusform>{shop} hat von {n} Produkten mehr verkauft als angezeigt. Plimsoll liest dort nach, bevor es die Zahlen irgendwo erhöht.</numerusform>
   </translation>
  </message>
  <message>
   <source>{shop} sold more than it showed. Plimsoll reads it again before it raises anything.</source>
   <translation>{shop} verkaufte mehr als angezeigt. Plimsoll liest dort nach, bevor es etwas erhöht.</translation>
  </message>
  <message>
   <source>{shop} still showed {n}</source>
   <translation>{shop} zeigte noch {n}</translation>
  </message>
  <message>
   <source>{shop} still shows {number} and gets no updates now. Plimsoll sets it to 0 as soon as it can.</source>
   <translation>{shop} zeigt noch {number}, und es wird nichts gesendet. Plimsoll setzt es auf 0, sobald es kann.</translation>
  </message>
  <message>
   <source>{shop} still shows {number}, and Plimsoll sends nothing there. Set it to 0 in {shop}.</source>
   <translation>{shop} zeigt noch {number}, und Plimsoll sendet dort nichts. Setzen Sie es in {shop} auf 0.</translation>
  </message>
  <message>
   <source>{shop} still shows {number}. Plimsoll is setting it to 0.</source>
   <translation>{shop} zeigt noch {number}. Plimsoll setzt es gerade auf 0.</translation>
  </message>
  <message>
   <source>{shop} tells Plimsoll of its sales by itself.</source>
   <translation>{shop} meldet Plimsoll seine Verkäufe selbst.</translation>
  </message>
  <message>
   <source>{shop} wants you back before {date}.</source>
   <translation>{shop} verlangt eine neue Anmeldung bis {date}.</translation>
  </message>
  <message>
   <source>{shop} wants you back before {day}. {typed}</source>
   <translation>{shop} verlangt eine Anmeldung vor dem {day}. {typed}</translation>
  </message>
  <message>
   <source>{shop} wants you to sign in again before {day}.</source>
   <translation>{shop} verlangt vor dem {day} eine neue Anmeldung.</translation>
  </message>
  <message>
   <source>{shop} was added {at}.</source>
   <translation>{shop} wurde hinzugefügt: {at}.</translation>
  </message>
  <message>
   <source>{shop} was not called yet.</source>
   <translation>{shop} wurde noch nicht angefragt.</translation>
  </message>
  <message>
   <source>{shop} was not read for two days. The check ends once it is.</source>
   <translation>{shop} wurde zwei Tage nicht gelesen. Die Prüfung endet, sobald das geschehen ist.</translation>
  </message>
  <message>
   <source>{shop} was up to {time} late.</source>
   <translation>{shop} war bis zu {time} zu spät.</translation>
  </message>
  <message>
   <source>{shop} {at}, that is {time} before.</source>
   <translation>{shop} {at}, das ist {time} davor.</translation>
  </message>
  <message>
   <source>{shop} {before} → {after}</source>
   <translation>{shop} {before} → {after}</translation>
  </message>
  <message>
   <source>{shop} {number}</source>
   <translation>{shop} {number}</translation>
  </message>
  <message>
   <source>{shop} {order}</source>
   <translation>{shop} {order}</translation>
  </message>
  <message>
   <source>{shop} {order}, heard {heard}</source>
   <translation>{shop} {order}, bekannt {heard}</translation>
  </message>
  <message>
   <source>{shop} {pieces}</source>
   <translation>{shop} {pieces}</translation>
  </message>
  <message>
   <source>{shop} {share}</source>
   <translation>{shop} {share}</translation>
  </message>
  <message>
   <source>{shop}, in {bundle}</source>
   <translation>{shop}, in {bundle}</translation>
  </message>
  <message>
   <source>{shop}, {asked}</source>
   <translation>{shop}, {asked}</translation>
  </message>
  <message>
   <source>{shop}, {sku} {title}: shows {shows}, should be {should}. {state}{words}</source>
   <translation>{shop}, {sku} {title}: zeigt {shows}, soll {should}. {state}{words}</translation>
  </message>
  <message>
   <source>{shop}, {sku}: {before} → {after}</source>
   <translation>{shop}, {sku}: {before} → {after}</translation>
  </message>
  <message>
   <source>{shop}, {title}: {state}. Shows {shows}, should be {should}. {words}</source>
   <translation>{shop}, {title}: {state}. Zeigt {shows}, soll {should}. {words}</translation>
  </message>
  <message>
   <source>{shop}, {when}</source>
   <translation>{shop}, {when}</translation>
  </message>
  <message>
   <source>{shop}.</source>
   <translation>{shop}.</translation>
  </message>
  <message>
   <source>{shop}: another answer to changes from outside</source>
   <translation>{shop}: eine andere Antwort auf fremde Änderungen</translation>
  </message>
  <message>
   <source>{shop}: another computer sends, this one only looks</source>
   <translation>{shop}: Ein anderer Computer sendet, dieser sieht nur zu</translation>
  </message>
  <message>
   <source>{shop}: another rule for low stock</source>
   <translation>{shop}: andere Regel für knappen Bestand</translation>
  </message>
  <message>
   <source>{shop}: as many as there are</source>
   <translation>{shop}: so viele, wie da sind</translation>
  </message>
  <message>
   <source>{shop}: behind by {age}</source>
   <translation>{shop}: im Rückstand um {age}</translation>
  </message>
  <message>
   <source>{shop}: everything is confirmed</source>
   <translation>{shop}: Alles ist bestätigt</translation>
  </message>
  <message>
   <source>{shop}: last sale entered {when}</source>
   <translation>{shop}: letzter Verkauf eingetragen {when}</translation>
  </message>
  <message>
   <source>{shop}: looking only, nothing is sent</source>
   <translation>{shop}: nur ansehen, nichts wird gesendet</translation>
  </message>
  <message>
   <source>{shop}: no other app, plug-in or import may change stock. Those that must may only read.</source>
   <translation>{shop}: Keine andere App, kein Plugin und kein Import darf Bestand ändern. Was nötig ist, darf nur lesen.</translation>
  </message>
  <message>
   <source>{shop}: no sale entered yet</source>
   <translation>{shop}: noch kein Verkauf eingetragen</translation>
  </message>
  <message>
   <source>{shop}: no update of {product} waits.</source>
   <translation>{shop}: Keine Änderung von {product} wartet.</translation>
  </message>
  <message>
   <source>{shop}: none is on record.</source>
   <translation>{shop}: nichts aufgezeichnet.</translation>
  </message>
  <message>
   <source>{shop}: nothing was taken off your stock</source>
   <translation>{shop}: Nichts wurde von Ihrem Bestand abgezogen</translation>
  </message>
  <message>
   <source>{shop}: one at a time</source>
   <translation>{shop}: eins nach dem anderen</translation>
  </message>
  <message>
   <source>{shop}: paused, nothing is sent</source>
   <translation>{shop}: pausiert, nichts wird gesendet</translation>
  </message>
  <message>
   <source>{shop}: the listing is gone</source>
   <translation>{shop}: Das Angebot ist weg</translation>
  </message>
  <message>
   <source>{shop}: the numbers there are set by hand, and are as Plimsoll has them.</source>
   <translation>{shop}: Die Zahlen dort werden von Hand gesetzt und sind, wie Plimsoll sie hat.</translation>
  </message>
  <message>
   <source>{shop}: {answers}, {heard}, {limit}.</source>
   <translation>{shop}: {answers}, {heard}, {limit}.</translation>
  </message>
  <message>
   <source>{shop}: {before} → {after}</source>
   <translation>{shop}: {before} → {after}</translation>
  </message>
  <message>
   <source>{shop}: {failed} of the last {calls} calls failed.</source>
   <translation>{shop}: {failed} der letzten {calls} Anfragen schlugen fehl.</translation>
  </message>
  <message>
   <source>{shop}: {listing}</source>
   <translation>{shop}: {listing}</translation>
  </message>
  <message>
   <source>{shop}: {n} held back only here</source>
   <translation>{shop}: {n} nur hier zurückgehalten</translation>
  </message>
  <message numerus="yes">
   <source>{shop}: {n} listings. Nothing is created or written before you say so.</source>
   <extracomment>{shop}: {n} listing. Nothing is created or written before you say so.</extracomment>
   <translation>
    <numerusform>{shop}: {n} Angebot. Nichts wird angelegt oder geschrieben, bevor Sie es sagen.</numerusform>
    <numerusform>{shop}: {n} Angebote. Nichts wird angelegt oder geschrieben, bevor Sie es sagen.</numerusform>
   </translation>
  </message>
  <message>
   <source>{shop}: {orders} orders, heard of within {heard}, half within {half}; told within {told}, {calls} calls</source>
   <translation>{shop}: {orders} Bestellungen, erfahren binnen {heard}, die Hälfte binnen {half}; gesendet binnen {told}, {calls} Anfragen</translation>
  </message>
  <message>
   <source>{shop}: {title} showed {shows} instead of {should}</source>
   <translation>{shop}: {title} zeigte {shows} statt {should}</translation>
  </message>
  <message>
   <source>{shop}: {title} shows {shows} by somebody else, should show {should}</source>
   <translation>{shop}: {title} zeigt {shows} durch jemand anderen, sollte {should} zeigen</translation>
  </message>
  <message>
   <source>{shop}: {title} shows {shows}, and {should} was not taken</source>
   <translation>{shop}: {title} zeigt {shows}, und {should} wurde nicht angenommen</translation>
  </message>
  <message>
   <source>{shop}: {title} shows {shows}, should show {should}</source>
   <translation>{shop}: {title} zeigt {shows}, sollte {should} zeigen</translation>
  </message>
  <message>
   <source>{shop}: {title} was set to {should} and is being read back</source>
   <translation>{shop}: {title} wurde auf {should} gesetzt und wird zurückgelesen</translation>
  </message>
  <message>
   <source>{shop}: {title}, not read yet</source>
   <translation>{shop}: {title}, noch nicht gelesen</translation>
  </message>
  <message>
   <source>{shop}: {title}, was not read</source>
   <translation>{shop}: {title}, wurde nicht gelesen</translation>
  </message>
  <message>
   <source>{shop}: {title}, {left} {of}. {sum}</source>
   <translation>{shop}: {title}, {left} {of}. {sum}</translation>
  </message>
  <message>
   <source>{shop}: {verb} failed</source>
   <translation>{shop}: {verb} fehlgeschlagen</translation>
  </message>
  <message>
   <source>{shop}: {words}</source>
   <translation>{shop}: {words}</translation>
  </message>
  <message>
   <source>{shows} stay here: nothing can be told to this place now</source>
   <translation>{shows} bleiben hier: Diesem Ort kann jetzt nichts gesendet werden</translation>
  </message>
  <message>
   <source>{since}: left out</source>
   <translation>{since}: bleibt weg</translation>
  </message>
  <message>
   <source>{skus}, {channels}</source>
   <translation>{skus}, {channels}</translation>
  </message>
  <message>
   <source>{sku}   Found {when}</source>
   <translation>{sku}   Gefunden {when}</translation>
  </message>
  <message>
   <source>{sku} by its SKU</source>
   <translation>{sku} nach SKU</translation>
  </message>
  <message>
   <source>{sku} by its barcode</source>
   <translation>{sku} nach Barcode</translation>
  </message>
  <message>
   <source>{sku} cannot be undone: some of those pieces have left since.</source>
   <translation>{sku} lässt sich nicht rückgängig machen: Einige dieser Stücke sind seither weggegangen.</translation>
  </message>
  <message>
   <source>{sku} is being counted in “{count}”.</source>
   <translation>{sku} wird in „{count}“ gezählt.</translation>
  </message>
  <message>
   <source>{sku} is {title} already.</source>
   <translation>{sku} ist schon {title}.</translation>
  </message>
  <message>
   <source>{sku} was counted after that day.</source>
   <translation>{sku} wurde nach diesem Tag gezählt.</translation>
  </message>
  <message>
   <source>{sku}, asked {at}</source>
   <translation>{sku}, gefragt {at}</translation>
  </message>
  <message>
   <source>{sku}, {edit}</source>
   <translation>{sku}, {edit}</translation>
  </message>
  <message>
   <source>{sku}, {score} alike</source>
   <translation>{sku}, {score} ähnlich</translation>
  </message>
  <message>
   <source>{sku}: {words}</source>
   <translation>{sku}: {words}</translation>
  </message>
  <message>
   <source>{source}, checked {on}.</source>
   <translation>{source}, Stand {on}.</translation>
  </message>
  <message>
   <source>{source}, {count}</source>
   <translation>{source}, {count}</translation>
  </message>
  <message>
   <source>{span}; {since}: left out</source>
   <translation>{span}; {since}: bleibt weg</translation>
  </message>
  <message>
   <source>{start} to {end}, {days}. By them Plimsoll reckons how long you are away.</source>
   <translation>{start} bis {end}, {days}. Danach rechnet Plimsoll, wie lange Sie weg sind.</translation>
  </message>
  <message>
   <source>{state} · {heard}</source>
   <translation>{state} · {heard}</translation>
  </message>
  <message>
   <source>{state}.</source>
   <translation>{state}.</translation>
  </message>
  <message>
   <source>{state}. Promotion mode is on</source>
   <translation>{state}. Aktionsmodus läuft</translation>
  </message>
  <message>
   <source>{state}. {way}.</source>
   <translation>{state}. {way}.</translation>
  </message>
  <message>
   <source>{state}. {words}</source>
   <translation>{state}. {words}</translation>
  </message>
  <message>
   <source>{state}: {words}</source>
   <translation>{state}: {words}</translation>
  </message>
  <message>
   <source>{stocked}, {inside}</source>
   <translation>{stocked}, {inside}</translation>
  </message>
  <message>
   <source>{supplier}: {said}</source>
   <translation>{supplier}: {said}</translation>
  </message>
  <message>
   <source>{supplier}: {summary}</source>
   <translation>{supplier}: {summary}</translation>
  </message>
  <message>
   <source>{tab} {count}</source>
   <translation>{tab} {count}</translation>
  </message>
  <message>
   <source>{there}, {shown}: {twice}</source>
   <translation>{there}, {shown}: {twice}</translation>
  </message>
  <message>
   <source>{time} for a hundred products.</source>
   <translation>{time} für hundert Produkte.</translation>
  </message>
  <message>
   <source>{time} late</source>
   <translation>{time} zu spät</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
  <message>
   <source>{time} without an update</source>
   <translation>{time} ohne Änderung</translation>
  </message>
  <message>
   <source>{time}, an hour at</source>
   <translation>{time}, die Stunde zu</translation>
  </message>
  <message>
   <source>{time}: {pieces} {title} {brought}</source>
   <translation>{time}: {pieces} {title} {brought}</translation>
  </message>
  <message>
   <source>{time}: {what}, {amount}</source>
   <translation>{time}: {what}, {amount}</translation>
  </message>
  <message>
   <source>{titles} moved while you counted.</source>
   <translation>Beim Zählen bewegt: {titles}.</translation>
  </message>
  <message>
   <source>{title} ({share})</source>
   <translation>{title} ({share})</translation>
  </message>
  <message>
   <source>{title} is asked about again</source>
   <translation>Nach {title} wird wieder gefragt</translation>
  </message>
  <message>
   <source>{title} is at its floor or under it.</source>
   <translation>{title} ist am oder unter dem Mindestbestand.</translation>
  </message>
  <message>
   <source>{title} is being paused</source>
   <translation>{title} wird pausiert</translation>
  </message>
  <message>
   <source>{title} is being resumed</source>
   <translation>{title} wird fortgesetzt</translation>
  </message>
  <message>
   <source>{title} is left alone</source>
   <translation>{title} wird ausgelassen</translation>
  </message>
  <message>
   <source>{title} linked to {sku}</source>
   <translation>{title} mit {sku} verknüpft</translation>
  </message>
  <message>
   <source>{title} taken back.</source>
   <translation>{title} zurückgenommen.</translation>
  </message>
  <message>
   <source>{title} {advice}</source>
   <translation>{title} {advice}</translation>
  </message>
  <message numerus="yes">
   <source>{title}, and {n} more differ</source>
   <extracomment>{title}, and {n} more differs</extracomment>
   <translation>
    <numerusform>{title} und {n} weiteres weichen ab</numerusform>
    <numerusform>{title} und {n} weitere weichen ab</numerusform>
   </translation>
  </message>
  <message>
   <source>{title}, {days}: between {high} and {low}</source>
   <translation>{title}, {days}: zwischen {high} und {low}</translation>
  </message>
  <message>
   <source>{title}, {days}: between {high} and {low}, oversold now</source>
   <translation>{title}, {days}: zwischen {high} und {low}, jetzt überverkauft</translation>
  </message>
  <message numerus="yes">
   <source>{title}, {days}: between {high} and {low}, under the floor on {n} days</source>
   <extracomment>{title}, {days}: between {high} and {low}, under the floor on {n} day</extracomment>
   <translation>
    <numerusform>{title}, {days}: zwischen {high} und {low}, an {n} Tag unter dem Mindestbestand</numerusform>
    <numerusform>{title}, {days}: zwischen {high} und {low}, an {n} Tagen unter dem Mindestbestand</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{title}, {days}: between {high} and {low}, under the floor on {n} days, oversold now</source>
   <extracomment>{title}, {days}: between {high} and {low}, under the floor on {n} day, oversold now</extracomment>
   <translation>
    <numerusform>{title}, {days}: zwischen {high} und {low}, an {n} Tag unter dem Mindestbestand, jetzt überverkauft</numerusform>
    <numerusform>{title}, {days}: zwischen {high} und {low}, an {n} Tagen unter dem Mindestbestand, jetzt überverkauft</numerusform>
   </translation>
  </message>
  <message>
   <source>{title}, {days}: no number yet</source>
   <translation>{title}, {days}: noch keine Zahl</translation>
  </message>
  <message>
   <source>{title}, {n} pieces</source>
   <translation>{title}, {n} Stück</translation>
  </message>
  <message numerus="yes">
   <source>{title}, {n} pieces too many.</source>
   <extracomment>{title}, {n} piece too many.</extracomment>
   <translation>
    <numerusform>{title}, {n} Stück zu viel.</numerusform>
    <numerusform>{title}, {n} Stück zu viel.</numerusform>
   </translation>
  </message>
  <message>
   <source>{title}, {pieces} too many in {orders}</source>
   <translation>{title}, {pieces} zu viel in {orders}</translation>
  </message>
  <message>
   <source>{title}, {sku}</source>
   <translation>{title}, {sku}</translation>
  </message>
  <message>
   <source>{title}, {sku}, from {supplier}: {open} of {pieces} still to come. {when}. {confirmed}.</source>
   <translation>{title}, {sku}, von {supplier}: {open} von {pieces} noch offen. {when}. {confirmed}.</translation>
  </message>
  <message>
   <source>{title}, {sku}.</source>
   <translation>{title}, {sku}.</translation>
  </message>
  <message>
   <source>{title}, {sku}. Available {available}.</source>
   <translation>{title}, {sku}. Verfügbar {available}.</translation>
  </message>
  <message>
   <source>{title}, {sku}. No number yet.</source>
   <translation>{title}, {sku}. Noch keine Zahl.</translation>
  </message>
  <message>
   <source>{title}, {sku}. Ours {ours}, theirs {theirs}. {note}.</source>
   <translation>{title}, {sku}. Unsere {ours}, fremde {theirs}. {note}.</translation>
  </message>
  <message>
   <source>{title}, {sku}. Shows {before}, at most {after} afterwards.</source>
   <translation>{title}, {sku}. Zeigt {before}, danach höchstens {after}.</translation>
  </message>
  <message>
   <source>{title}, {sku}. Shows {shows}, will show {offer}. {why}.</source>
   <translation>{title}, {sku}. Zeigt {shows}, wird {offer} zeigen. {why}.</translation>
  </message>
  <message>
   <source>{title}, {sku}. {edit}. {became}.</source>
   <translation>{title}, {sku}. {edit}. {became}.</translation>
  </message>
  <message>
   <source>{title}, {sku}. {n} left, {caption}. {state}. {deed}.</source>
   <translation>{title}, {sku}. {n} übrig, {caption}. {state}. {deed}.</translation>
  </message>
  <message>
   <source>{title}, {sku}. {state}. {linked}</source>
   <translation>{title}, {sku}. {state}. {linked}</translation>
  </message>
  <message>
   <source>{title}, {sku}. {what}.</source>
   <translation>{title}, {sku}. {what}.</translation>
  </message>
  <message>
   <source>{title}, {sku}. {words}.</source>
   <translation>{title}, {sku}. {words}.</translation>
  </message>
  <message>
   <source>{title}, {sku}: counted {counted}, ledger {ledger}, difference {difference}. {words}</source>
   <translation>{title}, {sku}: gezählt {counted}, Journal {ledger}, Differenz {difference}. {words}</translation>
  </message>
  <message>
   <source>{title}, {sku}: floor {old}, would be {new}; reorder at {was}, would be {at}. {how}.</source>
   <translation>{title}, {sku}: Mindestbestand {old}, wäre {new}; nachbestellen bei {was}, wäre {at}. {how}.</translation>
  </message>
  <message>
   <source>{title}, {sku}: planned {planned}, sold {sold}, available {before} before and {after} after. {shows}</source>
   <translation>{title}, {sku}: geplant {planned}, verkauft {sold}, verfügbar {before} vorher und {after} nachher. {shows}</translation>
  </message>
  <message>
   <source>{title}, {sku}: sells {needs}, there {there}, {lacks} missing</source>
   <translation>{title}, {sku}: verkauft {needs}, da {there}, es fehlen {lacks}</translation>
  </message>
  <message>
   <source>{title}, {sku}: show {should}, not {shows}. Asked {ago}.</source>
   <translation>{title}, {sku}: {should} zeigen, nicht {shows}. Verlangt: {ago}.</translation>
  </message>
  <message>
   <source>{title}, {sku}: shows {shows}.</source>
   <translation>{title}, {sku}: zeigt {shows}.</translation>
  </message>
  <message>
   <source>{title}, {sku}: {available} available, reorder at {at}, {coming} on order, order {order}. {by}.</source>
   <translation>{title}, {sku}: {available} verfügbar, nachbestellen bei {at}, {coming} bestellt, zu bestellen {order}. {by}.</translation>
  </message>
  <message>
   <source>{title}, {sku}: {expected} expected, {good} good, {damaged} damaged. {state}.</source>
   <translation>{title}, {sku}: {expected} erwartet, {good} gut, {damaged} beschädigt. {state}.</translation>
  </message>
  <message numerus="yes">
   <source>{title}, {sku}: {n} pieces oversold</source>
   <extracomment>{title}, {sku}: {n} piece oversold</extracomment>
   <translation>
    <numerusform>{title}, {sku}: {n} Stück überverkauft</numerusform>
    <numerusform>{title}, {sku}: {n} Stück überverkauft</numerusform>
   </translation>
  </message>
  <message>
   <source>{title}, {sku}: {state}</source>
   <translation>{title}, {sku}: {state}</translation>
  </message>
  <message>
   <source>{title}, {sku}: {taken} taken along, {sold} sold, {left} left</source>
   <translation>{title}, {sku}: {taken} mitgenommen, {sold} verkauft, {left} übrig</translation>
  </message>
  <message>
   <source>{title}, {sku}: {words}, {latest} sold this quarter, {before} before</source>
   <translation>{title}, {sku}: {words}, {latest} in diesem Quartal verkauft, zuvor {before}</translation>
  </message>
  <message>
   <source>{title}. {n} available.</source>
   <translation>{title}. {n} verfügbar.</translation>
  </message>
  <message>
   <source>{title}: back on sale on {shops}</source>
   <translation>{title}: wieder im Verkauf auf {shops}</translation>
  </message>
  <message>
   <source>{title}: corrected by {change}, {on_hand} on hand</source>
   <translation>{title}: um {change} korrigiert, {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>{title}: counted, {on_hand} on hand</source>
   <translation>{title}: gezählt, {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>{title}: floor {floor}, reorder at {at}</source>
   <translation>{title}: Mindestbestand {floor}, nachbestellen bei {at}</translation>
  </message>
  <message>
   <source>{title}: how many?</source>
   <translation>{title}: Wie viele?</translation>
  </message>
  <message>
   <source>{title}: its places were set</source>
   <translation>{title}: Plätze festgelegt</translation>
  </message>
  <message>
   <source>{title}: not counted</source>
   <translation>{title}: nicht gezählt</translation>
  </message>
  <message>
   <source>{title}: other packs</source>
   <translation>{title}: andere Packungen</translation>
  </message>
  <message>
   <source>{title}: paused on {names}</source>
   <translation>{title}: pausiert auf {names}</translation>
  </message>
  <message>
   <source>{title}: put back as it was</source>
   <translation>{title}: wiederhergestellt wie zuvor</translation>
  </message>
  <message>
   <source>{title}: show {should}</source>
   <translation>{title}: {should} zeigen</translation>
  </message>
  <message>
   <source>{title}: show {should}, not {shows}</source>
   <translation>{title}: {should} zeigen, nicht {shows}</translation>
  </message>
  <message>
   <source>{title}: taken off {shops}</source>
   <translation>{title}: von {shops} genommen</translation>
  </message>
  <message>
   <source>{title}: {change} taken over</source>
   <translation>{title}: {change} übernommen</translation>
  </message>
  <message>
   <source>{title}: {counted}</source>
   <translation>{title}: {counted}</translation>
  </message>
  <message>
   <source>{title}: {here} of {expected}</source>
   <translation>{title}: {here} von {expected}</translation>
  </message>
  <message>
   <source>{title}: {here}. Nobody ordered it there.</source>
   <translation>{title}: {here}. Dort hat es niemand bestellt.</translation>
  </message>
  <message>
   <source>{title}: {n} more</source>
   <translation>{title}: {n} mehr</translation>
  </message>
  <message>
   <source>{title}: {n} {words}</source>
   <translation>{title}: {n} {words}</translation>
  </message>
  <message>
   <source>{title}: {pieces} broken or lost, {on_hand} on hand</source>
   <translation>{title}: {pieces} kaputt oder verloren, {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>{title}: {pieces} delivered, {on_hand} on hand</source>
   <translation>{title}: {pieces} geliefert, {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>{title}: {pieces} found, {on_hand} on hand</source>
   <translation>{title}: {pieces} gefunden, {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>{title}: {pieces} held back</source>
   <translation>{title}: {pieces} zurückgehalten</translation>
  </message>
  <message>
   <source>{title}: {pieces} held back from {shop}</source>
   <translation>{title}: {pieces} bei {shop} zurückgehalten</translation>
  </message>
  <message>
   <source>{title}: {pieces} sent back, {on_hand} on hand</source>
   <translation>{title}: {pieces} zurückgeschickt, {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>{title}: {pieces} sold at {shop}, {on_hand} on hand</source>
   <translation>{title}: {pieces} bei {shop} verkauft, {on_hand} vorhanden</translation>
  </message>
  <message>
   <source>{title}: {share}</source>
   <translation>{title}: {share}</translation>
  </message>
  <message>
   <source>{title}: {shop} shows {shows}, Plimsoll says {should}.</source>
   <translation>{title}: {shop} zeigt {shows}, Plimsoll sagt {should}.</translation>
  </message>
  <message>
   <source>{title}: {shop} sold more than it showed.</source>
   <translation>{title}: {shop} verkaufte mehr, als zu sehen war.</translation>
  </message>
  <message>
   <source>{title}: {sum}</source>
   <translation>{title}: {sum}</translation>
  </message>
  <message>
   <source>{title}: {words}</source>
   <translation>{title}: {words}</translation>
  </message>
  <message>
   <source>{told} Do that in Channels, under Links.</source>
   <translation>{told} Tun Sie es in Kanäle unter Verknüpfungen.</translation>
  </message>
  <message>
   <source>{totals}.</source>
   <translation>{totals}.</translation>
  </message>
  <message>
   <source>{typed} No end of them is known.</source>
   <translation>{typed} Ein Ende ist nicht bekannt.</translation>
  </message>
  <message>
   <source>{used} of {limit} calls in 24 hours, as it told at {at}. The last of them are kept for stock.</source>
   <translation>{used} von {limit} Anfragen in 24 Stunden, Stand {at}. Die letzten bleiben dem Bestand vorbehalten.</translation>
  </message>
  <message>
   <source>{used} of {limit} points, as it told at {at}. All of them are back after {length}.</source>
   <translation>{used} von {limit} Punkten, Stand {at}. Bis alle zurück sind: {length}.</translation>
  </message>
  <message>
   <source>{value} held back</source>
   <translation>{value} zurückgehalten</translation>
  </message>
  <message>
   <source>{verb}, {shop}</source>
   <translation>{verb}, {shop}</translation>
  </message>
  <message>
   <source>{webhook} of {all} orders were heard of first by webhook, {poll} by asking. Asking finds them all.</source>
   <translation>{webhook} von {all} Bestellungen kamen zuerst per Webhook, {poll} durch Abfragen. Das Abfragen findet alle.</translation>
  </message>
  <message>
   <source>{weekday} {date}</source>
   <translation>{weekday} {date}</translation>
  </message>
  <message>
   <source>{weekday} {time}</source>
   <translation>{weekday} {time}</translation>
  </message>
  <message>
   <source>{what} It needs your usual hours.</source>
   <translation>{what} Es braucht Ihre üblichen Zeiten.</translation>
  </message>
  <message>
   <source>{what} Last compare {at}.</source>
   <translation>{what} Letzter Vergleich {at}.</translation>
  </message>
  <message>
   <source>{what} changed</source>
   <translation>{what} geändert</translation>
  </message>
  <message>
   <source>{what} did not say which number it shows.</source>
   <translation>{what} sagte nicht, welche Zahl sie zeigt.</translation>
  </message>
  <message>
   <source>{what} does not apply</source>
   <translation>{what} trifft nicht zu</translation>
  </message>
  <message>
   <source>{what} still showed the old number {n} s after the change, and then the new one. {advice}</source>
   <translation>{what} zeigte {n} s nach der Änderung noch die alte Zahl, dann die neue. {advice}</translation>
  </message>
  <message>
   <source>{what} still showed the old number {n} s after the change. {advice}</source>
   <translation>{what} zeigte {n} s nach der Änderung noch die alte Zahl. {advice}</translation>
  </message>
  <message>
   <source>{what} {kept}</source>
   <translation>{what} {kept}</translation>
  </message>
  <message>
   <source>{what} {missing}</source>
   <translation>{what} {missing}</translation>
  </message>
  <message>
   <source>{what}, {note}</source>
   <translation>{what}, {note}</translation>
  </message>
  <message>
   <source>{what}, {shop}</source>
   <translation>{what}, {shop}</translation>
  </message>
  <message>
   <source>{what}.</source>
   <translation>{what}.</translation>
  </message>
  <message>
   <source>{what}. Claimed, unconfirmed: not counted.</source>
   <translation>{what}. Behauptet, unbestätigt: nicht gezählt.</translation>
  </message>
  <message>
   <source>{what}. Say how many days you have to send, and Plimsoll counts.</source>
   <translation>{what}. Sagen Sie, wie viele Tage Sie zum Versand haben, und Plimsoll zählt.</translation>
  </message>
  <message>
   <source>{what}. {state}, {age}. {words}</source>
   <translation>{what}. {state}, {age}. {words}</translation>
  </message>
  <message>
   <source>{what}. {typed}, as you typed it {at}.</source>
   <translation>{what}. {typed}, von Ihnen eingegeben ({at}).</translation>
  </message>
  <message>
   <source>{what}: {state}. {note}</source>
   <translation>{what}: {state}. {note}</translation>
  </message>
  <message>
   <source>{what}: {state}. {words}</source>
   <translation>{what}: {state}. {words}</translation>
  </message>
  <message>
   <source>{when}, {alert}: {outcome}. {words}</source>
   <translation>{when}, {alert}: {outcome}. {words}</translation>
  </message>
  <message>
   <source>{when}, {shop}: {what}. {change}, {available} available.</source>
   <translation>{when}, {shop}: {what}. {change}, {available} verfügbar.</translation>
  </message>
  <message>
   <source>{when}: {change}, {available} available, {on_hand} on hand, floor {floor}</source>
   <translation>{when}: {change}, {available} verfügbar, {on_hand} vorhanden, Mindestbestand {floor}</translation>
  </message>
  <message>
   <source>{when}: {what}</source>
   <translation>{when}: {what}</translation>
  </message>
  <message>
   <source>{when}: {what}, {end}</source>
   <translation>{when}: {what}, {end}</translation>
  </message>
  <message>
   <source>{when}: {what}, {n} available</source>
   <translation>{when}: {what}, {n} verfügbar</translation>
  </message>
  <message>
   <source>{when}: {what}. {change}, {available} available.</source>
   <translation>{when}: {what}. {change}, {available} verfügbar.</translation>
  </message>
  <message>
   <source>{when}: {why}. {change}, at most {bound} may be sold.</source>
   <translation>{when}: {why}. {change}, höchstens {bound} dürfen verkauft werden.</translation>
  </message>
  <message>
   <source>{where} Copy the lines from {begin} to {end} and paste them here. Plimsoll keeps those about stock, too little of it, the database and slow answers, and puts them into the timeline.</source>
   <translation>{where} Kopieren Sie die Zeilen von {begin} bis {end}, und fügen Sie sie hier ein. Plimsoll behält die über Bestand, zu wenig davon, die Datenbank und langsame Antworten und nimmt sie in den Zeitverlauf auf.</translation>
  </message>
  <message>
   <source>{whole}, and {extra} more for {shop} and this product.</source>
   <translation>{whole}, und {extra} mehr für {shop} und dieses Produkt.</translation>
  </message>
  <message>
   <source>{whole}, and {extra} more of this product.</source>
   <translation>{whole}, und {extra} mehr von diesem Produkt.</translation>
  </message>
  <message>
   <source>{whole}, and {extra} more on {shop}.</source>
   <translation>{whole}, und {extra} mehr auf {shop}.</translation>
  </message>
  <message>
   <source>{whole}, but at most {quantity} are shown</source>
   <translation>{whole}, aber höchstens {quantity} angezeigt</translation>
  </message>
  <message>
   <source>{whole}.</source>
   <translation>{whole}.</translation>
  </message>
  <message>
   <source>{whole}; its other parts allow {quantity}</source>
   <translation>{whole}; die anderen Teile des Sets reichen für {quantity}</translation>
  </message>
  <message>
   <source>{whole}; with {untaken} not yet taken off: {quantity}</source>
   <translation>{whole}; mit {untaken} noch nicht abgezogenen: {quantity}</translation>
  </message>
  <message>
   <source>{whole}; {per_piece} pieces in each make {quantity}</source>
   <translation>{whole}; je {per_piece} Stück ergeben {quantity}</translation>
  </message>
  <message>
   <source>{who}, {left}</source>
   <translation>{who}, {left}</translation>
  </message>
  <message>
   <source>{who}, {when}</source>
   <translation>{who}, {when}</translation>
  </message>
  <message>
   <source>{why} Plimsoll goes on trying, and asks your channels for orders itself. Silent since {since}.</source>
   <translation>{why} Plimsoll versucht es weiter und fragt Ihre Kanäle selbst nach Bestellungen. Still seit {since}.</translation>
  </message>
  <message>
   <source>{why} What it keeps stays there, unreadable without the key on this computer, for 30 days at most.</source>
   <translation>{why} Was es aufbewahrt, bleibt dort höchstens 30 Tage, unlesbar ohne den Schlüssel auf diesem Computer.</translation>
  </message>
  <message>
   <source>{why} {began} to {ended}.</source>
   <translation>{why} {began} bis {ended}.</translation>
  </message>
  <message>
   <source>{words} {clock}</source>
   <translation>{words} {clock}</translation>
  </message>
  <message>
   <source>{words}. {because}.</source>
   <translation>{words}. {because}.</translation>
  </message>
  <message>
   <source>{written} of {all} written to</source>
   <translation>{written} von {all} angeschrieben</translation>
  </message>
  <message>
   <source>× {outcome}</source>
   <translation>× {outcome}</translation>
  </message>
  <message>
   <source>“No inventory” puts nothing back.</source>
   <translation>„Nicht auf Lager“ legt nichts zurück.</translation>
  </message>
  <message>
   <source>“sell when out of stock” is on</source>
   <translation>„Weiterverkaufen, wenn nicht vorrätig“ ist an</translation>
  </message>
  <message>
   <source>“{count}” is not finished.</source>
   <translation>„{count}“ ist nicht fertig.</translation>
  </message>
  <message>
   <source>“{product}” has other variants, and Shopify can only pause all of them.</source>
   <translation>„{product}“ hat weitere Varianten, und Shopify kann nur alle zusammen pausieren.</translation>
  </message>
  <message>
   <source>“{ref}” is not a number of Shopify’s.</source>
   <translation>„{ref}“ ist keine Nummer von Shopify.</translation>
  </message>
  <message>
   <source>“{text}” can be read in two ways: write it like 1234.50</source>
   <translation>„{text}“ lässt sich auf zwei Arten lesen: bitte schreiben wie 1234.50</translation>
  </message>
  <message>
   <source>“{text}” can be read in two ways: write it like 2025-11-03</source>
   <translation>„{text}“ lässt sich auf zwei Arten lesen: schreiben Sie es wie 2025-11-03</translation>
  </message>
  <message>
   <source>“{text}” can be read in two ways: write it without points or commas</source>
   <translation>„{text}“ lässt sich auf zwei Arten lesen: bitte ohne Punkt und Komma schreiben</translation>
  </message>
  <message>
   <source>“{text}” is no date: write it like 2025-11-03</source>
   <translation>„{text}“ ist kein Datum: schreiben Sie es wie 2025-11-03</translation>
  </message>
  <message>
   <source>“{text}” is not a whole number from 0 up</source>
   <translation>„{text}“ ist keine ganze Zahl ab 0</translation>
  </message>
  <message>
   <source>“{text}” is not an amount: write the number alone, such as 12.50</source>
   <translation>„{text}“ ist kein Betrag: bitte nur die Zahl schreiben, etwa 12.50</translation>
  </message>
  <message>
   <source>“{text}” is still to come</source>
   <translation>„{text}“ liegt in der Zukunft</translation>
  </message>
  <message>
   <source>“{text}” was rounded by the spreadsheet: format the column as text, and type it again</source>
   <translation>„{text}“ hat die Tabelle gerundet: bitte die Spalte als Text formatieren und neu eingeben</translation>
  </message>
  <message>
   <source>“{title}” has other variations, and Etsy can only pause all of them.</source>
   <translation>„{title}“ hat weitere Varianten, und Etsy kann nur alle zusammen pausieren.</translation>
  </message>
  <message>
   <source>“{typed}” is no amount of money.</source>
   <translation>„{typed}“ ist kein Geldbetrag.</translation>
  </message>
  <message>
   <source>“{typed}” is no number of days or orders.</source>
   <translation>„{typed}“ ist keine Zahl von Tagen oder Bestellungen.</translation>
  </message>
  <message>
   <source>“{typed}” is no number of pieces.</source>
   <translation>„{typed}“ ist keine Stückzahl.</translation>
  </message>
  <message>
   <source>“{typed}” is not a whole number.</source>
   <translation>„{typed}“ ist keine ganze Zahl.</translation>
  </message>
  <message>
   <source>“{typed}” is not the address of a relay.</source>
   <translation>„{typed}“ ist nicht die Adresse eines Relays.</translation>
  </message>
  <message>
   <source>“{typed}” is not the address of a shop.</source>
   <translation>„{typed}“ ist nicht die Adresse eines Shops.</translation>
  </message>
  <message>
   <source>“{typed}” is not the address of a webhook.</source>
   <translation>„{typed}“ ist nicht die Adresse eines Webhooks.</translation>
  </message>
  <message>
   <source>“{typed}” is not the name of a Shopify shop.</source>
   <translation>„{typed}“ ist nicht der Name eines Shopify-Shops.</translation>
  </message>
  <message>
   <source>“{words}”: leave blame out</source>
   <translation>„{words}“: Lassen Sie Schuld weg</translation>
  </message>
  <message>
   <source>“{words}”: name a day</source>
   <translation>„{words}“: Nennen Sie einen Tag</translation>
  </message>
  <message>
   <source>“{words}”: not allowed there</source>
   <translation>„{words}“: dort nicht erlaubt</translation>
  </message>
  <message>
   <source>“{words}”: not before what happened</source>
   <translation>„{words}“: nicht vor dem, was geschah</translation>
  </message>
  <message>
   <source>“{words}”: say it in everyday words</source>
   <translation>„{words}“: Sagen Sie es in Alltagsworten</translation>
  </message>
  <message>
   <source>↳ {title}</source>
   <translation>↳ {title}</translation>
  </message>
  <message>
   <source>−</source>
   <translation>−</translation>
  </message>
 </context>
</TS>
