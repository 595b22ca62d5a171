"""What the commands of gongbao do, one module a command; ``cli`` only names their options."""
