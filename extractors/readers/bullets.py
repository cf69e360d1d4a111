"""Signs in front of the entries of a list, whoever drew it."""

BULLETS = "•·∙▪▫▸▹‣◦●○■□◆◇►▶➤➔→✓✔✅☑❖»*–"
"""Also `-`, which has to stand last among the signs of a pattern."""
