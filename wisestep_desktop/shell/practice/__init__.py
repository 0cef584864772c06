"""The practice day: real windows, a robot at the keyboard, and a report of what was done beside what was kept."""
