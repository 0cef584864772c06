"""What people see: windows, tray and words. The only place that knows PySide6."""
