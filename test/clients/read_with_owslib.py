"""Opens the service with OWSLib and prints what it found as JSON: argv[1] is the landing page."""
import json
import sys

from owslib.ogcapi.features import Features

client = Features(sys.argv[1])
page = client.collection_items("regions", limit=5)
second = client.collection_items("regions", limit=5, offset=5)
print(json.dumps({
    "title": client.response.get("title"),
    "conformance": client.conformance()["conformsTo"],
    "collections": client.feature_collections(),
    "openapi": client.api()["openapi"],
    "matched": page["numberMatched"],
    "first": [feature["id"] for feature in page["features"]],
    "second": [feature["id"] for feature in second["features"]],
    "region": client.collection_item("regions", "RU-TA")["properties"]["name_en"],
    "box": [f["id"] for f in client.collection_items("regions", bbox=[49, 55.7, 49.2, 55.9])["features"]],
}))
