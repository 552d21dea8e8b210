"""The throw-away PostgreSQL that the store's tests run on is a real one, and reachable by nobody else."""

import sqlalchemy as sa


def ask(url: str, question: str) -> str:
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        answer = str(connection.execute(sa.text(question)).scalar_one())
    engine.dispose()
    return answer


def test_the_throw_away_server_is_postgresql_and_listens_on_no_port(postgres_url: str) -> None:
    assert ask(postgres_url, "select version()").startswith("PostgreSQL ")
    assert ask(postgres_url, "show listen_addresses") == ""
    assert ask(postgres_url, "show server_encoding") == "UTF8"


def test_every_test_gets_an_empty_database_of_its_own(postgres_url: str, postgres_database: str) -> None:
    assert ask(postgres_database, "select current_database()") != ask(
        postgres_url, "select current_database()"
    )
    assert ask(postgres_database, "select count(*) from pg_tables where schemaname = 'public'") == "0"
