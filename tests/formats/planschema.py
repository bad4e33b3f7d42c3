# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""planschema.py SCHEMA: reads plans from standard input, one a line, and says "yes" or why not for each.

An implementation of JSON Schema that is not ours judges the published schema."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for line in sys.stdin.buffer:
    error = next(validator.iter_errors(json.loads(line)), None)
    print("yes" if error is None else "no: " + error.message[:200].replace("\n", " "))
