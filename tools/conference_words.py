"""The syllables and words that generated conferences are made of, each with its English beside it."""

Pair = tuple[str, str]


def _pairs(text: str) -> tuple[Pair, ...]:
    """Read "말/word 말/word"."""
    return tuple((korean, english) for korean, _, english in (pair.partition("/") for pair in text.split()))


FAMILIES = _pairs("""
    김/Kim 이/Lee 박/Park 최/Choi 정/Jung 강/Kang 조/Cho 윤/Yoon 장/Jang 임/Lim 한/Han 오/Oh 서/Seo
    신/Shin 권/Kwon 황/Hwang 안/Ahn 송/Song 류/Ryu 홍/Hong 문/Moon 배/Bae 백/Baek 허/Heo 남/Nam 심/Shim
    노/Noh 하/Ha
""")
GIVEN = _pairs("""
    가/ga 건/geon 경/gyeong 규/gyu 근/geun 기/gi 나/na 다/da 도/do 동/dong 라/ra 란/ran 리/ri 린/rin
    명/myeong 미/mi 민/min 별/byeol 보/bo 빈/bin 상/sang 선/seon 설/seol 성/seong 소/so 솔/sol 수/su
    슬/seul 승/seung 아/a 연/yeon 영/yeong 예/ye 온/on 우/woo 원/won 유/yu 윤/yun 율/yul 은/eun 인/in
    재/jae 정/jeong 주/ju 준/jun 지/ji 진/jin 찬/chan 채/chae 태/tae 하/ha 해/hae 현/hyeon 형/hyeong
    혜/hye 호/ho 환/hwan 훈/hun 희/hui
""")
SUBJECTS = _pairs("""
    갯벌/mudflat 감자/potato 강변/riverside 거미/spider 고래/whale 골목/alley 구름/cloud 나비/butterfly
    논두렁/paddy 눈꽃/snow 다람쥐/squirrel 단풍/maple 대나무/bamboo 도자기/ceramic 돌담/stonewall
    등대/lighthouse 매미/cicada 메밀/buckwheat 모래톱/sandbar 목련/magnolia 미역/seaweed 버섯/mushroom
    벌집/beehive 보리/barley 부엉이/owl 산호/coral 소금/salt 솔숲/pinewood 수달/otter 습지/wetland 썰물/tide
    안개/fog 연꽃/lotus 염소/goat 온돌/ondol 옹기/pottery 우물/well 은하/galaxy 이끼/moss 자갈/gravel
    장마/monsoon 전복/abalone 제비/swallow 조개/clam 참나무/oak 철새/migratory-bird 토마토/tomato 파도/wave
    한지/hanji 해녀/haenyeo 호박/pumpkin 화산/volcano
""")
AIMS = _pairs("""
    가공/processing 검역/quarantine 관측/observation 교육/education 군집/clustering 기록/recording
    냉각/cooling 달력/calendar 대여/lending 도감/handbook 무늬/pattern 발효/fermentation 방언/dialect
    번식/breeding 변색/discolouring 보존/conservation 복원/restoration 분류/classification
    비료/fertiliser 산책로/trail 색소/pigment 센서/sensor 소음/noise 수확/harvest 순환/circulation
    양식/farming 유전자/genome 음향/acoustics 이동/migration 저장/storage 지도/mapping 진단/diagnosis
    채집/gathering 축제/festival 측정/measurement 치유/healing 탐사/exploration 통계/statistics
    포장/packaging 협동조합/cooperative
""")
GENRES = _pairs("""
    연구/study 사례/case 전략/strategy 분석/analysis 모형/model 실험/experiment 비교/comparison 설계/design
    역사/history 평가/assessment 과제/task 전망/outlook
""")
PLACES = _pairs("""
    가람/Garam 누리/Nuri 다솜/Dasom 라온/Raon 마루/Maru 미르/Mir 바름/Bareum 벼리/Byeori 보늬/Boni 새론/Saeron
    서리/Seori 소담/Sodam 아람/Aram 여울/Yeoul 온새/Onsae 윤슬/Yunseul 이든/Ideun 초롱/Chorong 하람/Haram
    해담/Haedam
""")
BODIES = _pairs("""
    연구원/Institute 대학교/University 진흥원/Agency 재단/Foundation 협회/Association 박물관/Museum
""")
TITLES = _pairs("""
    교수/Professor 연구위원/Fellow 책임연구원/Researcher 실장/Director 대표/Head 학예사/Curator
""")
HALLS = ("동백", "목화", "민들레", "백합", "수련", "쑥부쟁이", "억새", "유채", "진달래", "해당화")
