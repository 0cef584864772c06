"""Which window is in front, one module per desktop. Bootstrap picks one; none of them knows another."""
