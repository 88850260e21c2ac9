"""Reads a calendar, or the one that goes with a mail, as Debian's python3-icalendar understands it; says it in JSON.

Arguments: `file` or `mail`. The bytes come on standard input.
"""

import email
import email.policy
import json
import sys
from datetime import datetime, timezone

from icalendar import Calendar

content = sys.stdin.buffer.read()
told = {}
if sys.argv[1] == "mail":
    mail = email.message_from_bytes(content, policy=email.policy.default)
    parts = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert len(parts) == 1, f"{len(parts)} calendars"
    told["part"] = {
        "method": parts[0].get_param("method"),
        "charset": parts[0].get_param("charset"),
        "name": parts[0].get_filename(),
        "defects": [str(defect) for part in mail.walk() for defect in part.defects],
    }
    told["parts"] = sorted(part.get_content_type() for part in mail.walk() if not part.is_multipart())
    content = parts[0].get_payload(decode=True)

calendar = Calendar.from_ical(content)
zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}


def moment(value):
    """A moment in UTC by the zone that the file itself carries; a day as it is."""
    at = value.dt
    if not isinstance(at, datetime):
        return at.isoformat()
    if value.params.get("TZID") is None:
        return at.astimezone(timezone.utc).isoformat()
    return zones[value.params["TZID"]].localize(at.replace(tzinfo=None)).astimezone(timezone.utc).isoformat()


EDGES = [(2026, 3, 29, 1, 59), (2026, 3, 29, 3, 0), (2026, 7, 1, 9, 30), (2026, 10, 25, 1, 59), (2026, 10, 25, 3, 1), (2026, 12, 3, 9, 30)]
told["zones"] = {
    name: [zone.localize(datetime(*at)).utcoffset().total_seconds() / 3600 for at in EDGES] for name, zone in zones.items()
}
told["properties"] = sorted(name for name, _ in calendar.property_items(recursive=False) if name not in ("BEGIN", "END"))
told["method"] = str(calendar.get("METHOD", ""))
told["lines"] = max(len(line) for line in content.split(b"\r\n"))
told["errors"] = [str(error) for part in calendar.walk() for error in getattr(part, "errors", [])]
told["events"] = []
for event in calendar.walk("VEVENT"):
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    organizer = event.get("ORGANIZER")
    told["events"].append(
        {
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "summary": str(event["SUMMARY"]),
            "class": str(event["CLASS"]),
            "stamp": moment(event["DTSTAMP"]),
            "start": moment(event["DTSTART"]),
            "end": moment(event["DTEND"]),
            "organizer": organizer and str(organizer),
            "by": organizer and str(organizer.params.get("CN", "")),
            "attendees": [str(attendee) for attendee in attendees],
            "properties": sorted(name for name, _ in event.property_items(recursive=False) if name not in ("BEGIN", "END")),
        }
    )
json.dump(told, sys.stdout)
