"""Letters in French."""

from sherd.publish.letters.phrases import Phrases

PHRASES = Phrases(
    to="À l’attention de",
    reference="Notre référence",
    date="Date",
    sender="De la part de",
    contact="Destinataire",
    due="Réponse souhaitée avant le",
    no_date="sans échéance",
    about="Objet",
    asked="Nos questions",
    sheet="Feuille de réponse",
    what="Élément",
    value="Valeur",
    answer="Réponse",
    why="Motif de la demande :",
    facts_title="Éléments constatés",
    your_words="Votre réponse, dans vos propres termes",
    signed="Nom, fonction, date",
    fairness_title="À noter",
    fairness="Sauf mention expresse, aucune faute n’est imputée aux fabricants ni aux parties situées en "
    "amont de la chaîne d’approvisionnement.",
    subjects={
        "maker": "Demande de renseignements sur un composant",
        "state": "Demande de traçage d’une arme",
        "reply": "Ce qui est dit de vous, et votre droit de réponse",
    },
    openings={
        "maker": "Nous avons relevé le composant décrit ci-dessous dans une arme récupérée et sollicitons "
        "votre aide pour établir par quelle voie il y est parvenu.",
        "state": "Nous vous prions de tracer l’arme décrite ci-dessous au titre de l’Instrument international "
        "de traçage des armes légères et de petit calibre illicites.",
        "reply": "Les énoncés suivants à votre sujet sont destinés à la publication. Nous vous prions d’y "
        "répondre ; votre réponse sera imprimée en regard.",
    },
    voluntary={
        "maker": "Votre réponse est volontaire. Ce que vous souhaitez garder confidentiel ne sera pas divulgué.",
        "state": "La réponse ne servira qu’à l’usage indiqué ; les restrictions que vous fixez seront respectées.",
        "reply": "Sans réponse à la date indiquée, la publication précisera que vous avez été sollicité.",
    },
    questions={
        "maker": (
            "S’agit-il de votre produit, et le marquage est-il l’un des vôtres ?",
            "Quand et où a-t-il été fabriqué, et dans quel lot ?",
            "À qui le lot a-t-il été vendu en premier lieu, quand et en quelle quantité ?",
            "Avez-vous connaissance d’une revente, d’une perte, d’un vol ou d’une contrefaçon signalés ?",
        ),
        "state": (
            "Cette arme a-t-elle été fabriquée ou importée sur votre territoire, et quand ?",
            "Qui en fut le dernier détenteur légal connu, et quand a-t-elle quitté votre contrôle ?",
            "Son exportation a-t-elle été autorisée, vers qui et pour quel usage final ?",
            "Si vous refusez ou différez la réponse : pour quel motif ?",
        ),
        "reply": (
            "Ce qui est dit est-il exact ?",
            "Que souhaitez-vous que le lecteur sache ?",
            "Quels documents étayent votre réponse ?",
        ),
    },
    facts={
        "part": "Référence de commande",
        "brand": "Marque telle qu’inscrite",
        "marking": "Marquage, ligne par ligne",
        "made": "Date de fabrication, d’après le marquage",
        "picture": "Image",
        "weapon": "Arme",
        "serial": "Numéro de série et marquages",
        "legal_basis": "Base juridique",
        "use": "Usage de la réponse",
        "illicit": "Tenue pour illicite parce que",
    },
    codings={
        "full": "Réponse complète",
        "partial": "Réponse partielle",
        "no_records": "Aucun enregistrement trouvé",
        "retention_expired": "Enregistrements non conservés à ce jour",
        "not_our_product": "Ce n’est pas notre produit",
        "refused": "Réponse refusée ; motif :",
    },
)
