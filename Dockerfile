# The register as a container. Build: docker build -t pobratim . — data lies in the volume /data.
FROM python:3.12-slim-bookworm

RUN useradd --create-home --uid 1000 pobratim && install -d -o pobratim -m 700 /data
WORKDIR /app
COPY requirements-postgres.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements-postgres.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY src ./src
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

USER pobratim
ENV POBRATIM_HOME=/data PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
HEALTHCHECK --start-period=30s CMD ["python", "-c", "import urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/login/', headers={'Host': 'localhost'}))"]
ENTRYPOINT ["pobratim"]
CMD ["serve", "--host", "0.0.0.0"]
