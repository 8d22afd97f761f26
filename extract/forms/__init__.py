"""The statistics forms: tables two, three and four of 2019 and 2021, the table of 2014, and provincial ones."""
