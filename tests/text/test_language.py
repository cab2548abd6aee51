"""English is read; another language is refused by name."""

import pytest

from sayso.errors import UnreadableError
from sayso.text.language import check


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The envoy said on Monday that she would return to the capital.", id="a sentence"),
        pytest.param("Ministre.", id="too short to tell"),
        pytest.param("ENVOY TO RETURN TO CAPITAL BEFORE END OF MONTH, MINISTRY SAYS", id="capitals"),
        pytest.param(
            "On Monday the paper 河岸日报 wrote that 外交部发言人 would return to the capital with the letter.",
            id="English with another script in it",
        ),
        pytest.param(
            "María Fernández, José Ortega, Óscar Núñez and Juan Morales met in Bogotá, Asunción and São Paulo.",
            id="names of another language",
        ),
    ],
)
def test_check_lets_english_pass(text: str) -> None:
    assert check(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Die Gesandte sagte am Montag, sie werde vor Ende des Monats in die Hauptstadt zurückkehren.", "German", id="German"),
        pytest.param("L'envoyée a déclaré lundi qu'elle reviendrait dans la capitale avant la fin du mois.", "French", id="French"),
        pytest.param("La enviada dijo el lunes que volvería a la capital antes de que terminara el mes.", "Spanish", id="Spanish"),
        pytest.param("特使周一表示，她将在月底之前返回首都，外交部证实了这一消息。", "Chinese", id="Chinese, in few letters"),
        pytest.param("Посланник заявил в понедельник, что вернется.", "Russian", id="Russian, in few letters"),
    ],
)
def test_check_refuses_another_language_by_name(text: str, language: str) -> None:
    with pytest.raises(UnreadableError, match=f"the text is in {language}, expected English"):
        check(text)


def test_check_refuses_what_has_no_letters() -> None:
    with pytest.raises(UnreadableError, match="holds no letters"):
        check("1 2 3 — 4")
