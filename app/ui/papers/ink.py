"""The colours of what leaves the screen: paper and codes for scanners are dark on white, whatever the theme."""

from PySide6.QtGui import QColor

INK = QColor("black")
BLANK = QColor("white")
LETTERS, FAINT, RULE = QColor("#1b2427"), QColor("#56656a"), QColor("#d5dcde")  # as in STYLE
STYLE = (
    "body{font-family:Inter,'Helvetica Neue',Arial,sans-serif;color:#1b2427;max-width:46em;margin:2em auto;"
    "font-size:10pt;line-height:1.45}h1{font-size:17pt;margin:0 0 4pt 0}h2{font-size:12pt;margin:16pt 0 4pt 0}"
    "p{margin:0 0 5pt 0}table{border-collapse:collapse;width:100%;margin-top:4pt;margin-bottom:14pt}"
    "th{text-align:left;font-weight:600;color:#56656a}td,th{vertical-align:top;line-height:1.25;"
    "border-bottom:1px solid #d5dcde}.note{color:#56656a}.n{text-align:right}"
    "tr{break-inside:avoid}h1,h2{break-after:avoid}"
)
