#include "demo/equipment.hpp"

#include <algorithm>
#include <array>

#include "assets/service.hpp"
#include "base/check.hpp"
#include "people/service.hpp"

namespace ogniwo::demo {
namespace {

using assets::AssetKind;

// Of the customer of `whose`, who uses it where the site is empty.
struct Piece {
    const char* whose;
    const char* site;
    AssetKind kind;
    const char* name;
    const char* maker;
    const char* model;
    const char* serial_number;
    const char* inventory_number;
    int bought;    // In days from today.
    int warranty;  // Years; zero: none.
};
constexpr Piece pieces[] = {
    {"Teresa Kaczmarek",
     "Biuro Jeżyce",
     AssetKind::server,
     "Serwer plików",
     "Dell",
     "PowerEdge T150",
     "7XK21Z3",
     "WSI-S001",
     -880,
     3},
    {"Teresa Kaczmarek",
     "Biuro Jeżyce",
     AssetKind::printer,
     "Drukarka w sekretariacie",
     "Brother",
     "MFC-L5710DN",
     "E81233A4N207715",
     "WSI-D118",
     -540,
     2},
    {"Teresa Kaczmarek",
     "Biuro Jeżyce",
     AssetKind::network,
     "Zapora biura",
     "Fortinet",
     "FortiGate 40F",
     "FGT40FTK20077155",
     "WSI-N004",
     -700,
     3},
    {"Marta Wilk",
     "",
     AssetKind::computer,
     "Laptop Marty",
     "Lenovo",
     "ThinkPad L14",
     "PF3XA91C",
     "WSI-L204",
     -410,
     3},
    {"Zofia Borowska",
     "",
     AssetKind::computer,
     "Komputer kadr",
     "HP",
     "ProDesk 400 G9",
     "CZC2497P1R",
     "WSI-K061",
     -620,
     3},
    {"Teresa Kaczmarek",
     "Biuro Jeżyce",
     AssetKind::software,
     "Program księgowy",
     "Ksantypa",
     "Pełna księgowość, 6 stanowisk",
     "KS-7781-2204",
     "",
     -300,
     1},
    {"Alicja Stachowiak",
     "",
     AssetKind::phone,
     "Telefon sekretariatu",
     "Yealink",
     "T33G",
     "3146021077001845",
     "WSI-T012",
     -900,
     2},
    {"Katarzyna Lipińska",
     "Apteka Łazarz",
     AssetKind::till,
     "Kasa 1, Apteka Łazarz",
     "HP",
     "Engage One",
     "8CC3120QWK",
     "WSI-K080",
     -370,
     3},
    {"Izabela Mroczek",
     "",
     AssetKind::computer,
     "Komputer przy okienku nr 2",
     "Dell",
     "OptiPlex 3080",
     "4HQJ8F3",
     "WSI-K214",
     -1500,
     3},
    {"Katarzyna Lipińska",
     "Apteka Łazarz",
     AssetKind::fiscal_printer,
     "Drukarka fiskalna, Apteka Łazarz",
     "Posnet",
     "Thermal XL2 Online",
     "ZBN 2401118827",
     "WSI-F020",
     -365,
     2},
    {"Rafał Olejnik",
     "",
     AssetKind::till,
     "Kasa 2, Apteka Rataje",
     "HP",
     "ProDesk 600 G5",
     "CZC01577LB",
     "WSI-K087",
     -1650,
     3},
    {"Katarzyna Lipińska",
     "Apteka Rataje",
     AssetKind::fiscal_printer,
     "Drukarka fiskalna, Apteka Rataje",
     "Posnet",
     "Thermal XL2 Online",
     "ZBN 2401118903",
     "WSI-F021",
     -365,
     2},
    {"Bożena Ratajczak",
     "",
     AssetKind::computer,
     "Komputer rejestracji",
     "Dell",
     "OptiPlex 5090",
     "9WTR1G3",
     "WSI-K102",
     -980,
     3},
    {"Andrzej Lipiński",
     "Przychodnia Łazarz",
     AssetKind::printer,
     "Drukarka etykiet archiwum",
     "Zebra",
     "ZD421",
     "D2J224107743",
     "WSI-E118",
     -640,
     2},
    {"Aleksandra Szymańska",
     "",
     AssetKind::computer,
     "Komputer w gabinecie zabiegowym",
     "Lenovo",
     "ThinkCentre M70q",
     "MJ0HPX5T",
     "WSI-P661",
     -210,
     3},
    {"Andrzej Lipiński",
     "Przychodnia Łazarz",
     AssetKind::server,
     "Serwer przychodni",
     "HPE",
     "ProLiant ML30 Gen10",
     "CZJ0410GH2",
     "WSI-S006",
     -1290,
     3},
    {"Robert Jankowski",
     "Centrala i magazyn Swarzędz",
     AssetKind::server,
     "Serwer WMS",
     "Dell",
     "PowerEdge R450",
     "BK0T5X3",
     "WSI-S010",
     -480,
     5},
    {"Sebastian Kurek",
     "",
     AssetKind::computer,
     "Terminal kierownika magazynu",
     "Zebra",
     "ET45",
     "22310523025814",
     "WSI-L318",
     -330,
     2},
    {"Robert Jankowski",
     "Magazyn Gądki",
     AssetKind::printer,
     "Drukarka etykiet, rampa 3",
     "Zebra",
     "ZT411",
     "18J214602331",
     "WSI-E204",
     -720,
     2},
    {"Robert Jankowski",
     "Magazyn Gądki",
     AssetKind::network,
     "Punkt dostępowy, hala B",
     "Ubiquiti",
     "U6-Pro",
     "F4E2C60AB117",
     "WSI-N041",
     -260,
     2},
    {"Dawid Nowicki",
     "",
     AssetKind::phone,
     "Telefon dyspozytora",
     "Samsung",
     "Galaxy XCover6 Pro",
     "R5CT91ABZXK",
     "WSI-T055",
     -190,
     2},
    {"Sarah Whitfield",
     "Poznań office",
     AssetKind::other,
     "Meeting room screen",
     "Samsung",
     "Flip Pro 65",
     "0J1CHSKT500321",
     "WSI-M512",
     -450,
     3},
    {"Lucas Brandt",
     "",
     AssetKind::computer,
     "Sales desk laptop",
     "Lenovo",
     "ThinkPad T14s",
     "PF4B7QLM",
     "WSI-L530",
     -150,
     3},
    {"Sarah Whitfield",
     "London office",
     AssetKind::network,
     "London firewall",
     "Fortinet",
     "FortiGate 60F",
     "FGT60FTK23091124",
     "WSI-N060",
     -600,
     3},
};

Result<people::SiteId> site_of(const View& view, CustomerId customer, std::string_view name) {
    TRY(const auto sites, people::list_sites(view, {.customer = customer}));
    const auto found = std::ranges::find(sites.items, name, &people::Site::name);
    INVARIANT(found != sites.items.end());
    return found->site;
}

}  // namespace

Outcome add_equipment(Work& work, World& world) {
    const auto today = std::chrono::floor<std::chrono::days>(work.now);
    for (const Piece& piece : pieces) {
        const Known& whose = world.everybody.find(piece.whose)->second;
        const Date bought{today + std::chrono::days{piece.bought}};
        assets::AddAsset wish;
        wish.customer = whose.customer;
        wish.kind = piece.kind;
        wish.name = piece.name;
        wish.maker = piece.maker;
        wish.model = piece.model;
        wish.serial_number = piece.serial_number;
        wish.inventory_number = piece.inventory_number;
        wish.purchased_on = bought;
        if (piece.warranty > 0) {
            wish.warranty_until =
                Date{std::chrono::sys_days{bought} + std::chrono::days{365 * piece.warranty - 1}};
        }
        if (const std::string_view site = piece.site; site.empty()) {
            wish.person = whose.person;
        } else {
            TRY(wish.site, site_of(work, whose.customer, site));
        }
        TRY(const auto asset, assets::add_asset(work, wish));
        world.assets[asset.name] = asset.id;
    }
    return Nothing{};
}

}  // namespace ogniwo::demo
