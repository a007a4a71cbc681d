"""Titles of the reports that parameters, levers and mechanisms are taken from; who cites one adds the chapter or figure."""

SIF = "Holt and others 2019, Partnerskaber på folkesundhedsområdet"
POOL = "Socialstyrelsen 2016, anthology on partnerships between the public sector and civil society, with the evaluation of 15M-puljen"
HANDBOOK = "Sund By Netværket, handbook on local communities as an arena for health promotion"
SPARRING = "IPTeams and Sundhedsstyrelsen 2007, status of Kommuner i Bevægelse"
POLITICIANS = "Region Midtjylland 2025, evaluation of Sammen mod ulighed i sundhed, the politicians' view"
