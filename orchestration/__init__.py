"""gongbao: a municipal gazette read into facts that point back at the words that state them."""
