module unscrape

go 1.26
