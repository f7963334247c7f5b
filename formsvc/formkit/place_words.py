"""Words that tell where somebody is, and words that do not."""

from typing import Final

from formsvc.formkit.concealing import Term, key


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split())


TOWNS: Final = _keys(
    "Agunnaryd Alstermo Alvesta Braås Dädesjö Delary Eneryda Furuby Gemla Göteryd "
    "Gransholm Grimslöv Hallaryd Hamneda Hjortsberga Hovmantorp Ingelstad Kalvsvik "
    "Klavreström Lammhult Lenhovda Lessebo Liatorp Lidhult Linneryd Ljungby Markaryd "
    "Moheda Norrhult Nöbbele Rottne Ryssby Rävemåla Strömsnäsbruk Timsfors Tingsryd "
    "Torpsbruk Traryd Tävelsås Uppvidinge Urshult Vederslöv Virestad Vislanda "
    "Vittaryd Väckelsång Växjö Åryd Åseda Älghult Älmhult Öjaby"
)
"""Municipalities and towns of the county, hidden also when no field names them."""

ORDINARY_TOWNS: Final = _keys("Berg Konga Kosta Lagan Skruv Ryd Tolg")
"""Towns whose names are ordinary words too: only with a capital."""

ORDINARY: Final = _keys(
    "norra södra östra västra nedre övre inre yttre lilla stora nya gamla unga "
    "första andra tredje blå gröna röda gula vita svarta vänner leken gården huset "
    "hjärtat berg kosta konga lagan skruv tolg centralen exempel"
)
"""Words that are names of places only where they begin with a capital."""

GENERIC: Final = _keys(
    # what a service is called
    "förskola förskolan förskolor förskoleklass förskoleenhet skola skolan skolor "
    "grundskola grundskolan gymnasium gymnasiet gymnasieskola gymnasieskolan "
    "anpassad anpassade särskola särskolan fritidshem fritidshemmet fritids "
    "pedagogisk omsorg elevhälsa elevhälsan skolhälsa skolhälsan bvc mvc mhv bhv "
    "barnhälsovård barnhälsovården barnavårdscentral barnavårdscentralen "
    "mödrahälsovård mödrahälsovården barnmorskemottagning barnmorskemottagningen "
    "familjecentral familjecentralen familjeenhet familjeenheten vårdcentral "
    "vårdcentralen vårdenhet primärvård primärvården sjukhus sjukhuset "
    "lasarett lasarettet klinik kliniken barnklinik barnkliniken mottagning "
    "mottagningen barnmottagning barnmottagningen ungdomsmottagning "
    "ungdomsmottagningen habilitering habiliteringen barnhabilitering "
    "barnhabiliteringen logopedi logopedin logopedmottagning logopedmottagningen "
    "barn ungdom ungdomar unga familj familjen familjer familjestöd barnfamiljer "
    "psykiatri psykiatrin ungdomspsykiatri ungdomspsykiatrin bup tandvård "
    "tandvården folktandvård folktandvården socialtjänst socialtjänsten "
    "socialkontor socialkontoret socialförvaltning socialförvaltningen "
    "utbildningsförvaltning utbildningsförvaltningen individ "
    "ekonomi stöd stödenhet öppenvård öppenvården öppna förskolan myndighet "
    "myndighetsutövning mottagningsenhet mottagningsenheten barnenhet barnenheten "
    "ungdomsenhet ungdomsenheten kommunala aktivitetsansvaret aktivitetsansvar kaa "
    "polis polisen polismyndigheten lokalpolisområde förening föreningen "
    "idrottsförening idrottsföreningen idrottsklubb fritidsgård fritidsgården "
    "fritidsverksamhet fritidsverksamheten kulturskola kulturskolan kyrkan "
    "församling församlingen stiftelse stiftelsen verksamhet verksamheten enhet "
    "enheten avdelning avdelningen förvaltning förvaltningen nämnd nämnden "
    "centrum center team teamet samverkan samordning "
    # whose it is
    "kommun kommunen kommuns region regionen regionens län länet kronoberg "
    "kronobergs smålands sverige svenska ab ideell "
    # who is there
    "rektor rektorn biträdande lärare läraren förskollärare förskolläraren pedagog "
    "specialpedagog speciallärare kurator kuratorn psykolog psykologen "
    "socialsekreterare handläggare bhvsjuksköterska skolsköterska sjuksköterska "
    "barnsjuksköterska distriktssköterska skolläkare läkare läkaren "
    "barnläkare barnmorska barnmorskan logoped logopeden arbetsterapeut "
    "fysioterapeut samordnare samordnaren chef chefen enhetschef enhetschefen "
    "verksamhetschef tränare tränaren ledare ledaren mentor mentorn "
    "vårdnadshavare vårdnadshavaren kontaktperson barnet förälder mamma pappa "
    # what a place is called when it is none
    "digitalt digital teams videomöte telefon telefonmöte hemma hemmet hembesök "
    "box lgh post plan våning sal rum rummet entré ingång reception receptionen "
    "konferensrum sammanträdesrum mötesrum biblioteket link samma som tidigare "
    "väntrum barnets bästa möte mötet samverkansmöte meddelas senare inte bestämt "
    "bestäms och i på vid för av till med hos eller samt den det en ett från"
)
"""Words that name no place: sorts of services, functions, rooms."""


def towns() -> list[Term]:
    """Return the towns of the county, to look for in running text."""
    plain = [Term(town) for town in TOWNS]
    return plain + [Term(town, capital=True) for town in ORDINARY_TOWNS]


def is_generic(word: str) -> bool:
    """Return whether a word tells no service from others."""
    return all(key(part) in GENERIC for part in word.split("-") if key(part))
