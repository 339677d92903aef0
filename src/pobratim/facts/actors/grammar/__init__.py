"""The grammar of actor names: from the tokens of a sentence to mentions of places and bodies.

A name is adjectives that agree, a head noun, and a tail («Правительство» + «Ленинградской области»;
«Тосненский муниципальный район»; «комитет по внешним связям Санкт-Петербурга»); or a bare toponym; or a
coordination of several («Чуйская и Ленинградская области»). It fails where a name has no head noun and no
capital, and where a genitive after a name belongs to the next phrase.
"""
