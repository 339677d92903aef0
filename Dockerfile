# The register as a container. Build: docker build -t pobratim . — data lies in the volume /data.
FROM python:3.12-slim-bookworm AS build
RUN python -m venv /opt/pobratim
ENV PATH=/opt/pobratim/bin:$PATH
WORKDIR /build
COPY requirements-postgres.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements-postgres.lock
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY src ./src
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim-bookworm
RUN useradd --create-home --uid 1000 --user-group pobratim && install -d -o pobratim -g pobratim -m 700 /data
COPY --from=build /opt/pobratim /opt/pobratim
USER 1000:1000
ENV PATH=/opt/pobratim/bin:$PATH POBRATIM_HOME=/data PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
# The register answers only to its own names (POBRATIM_HOSTS), so the check calls it by the first of them.
HEALTHCHECK --start-period=30s CMD ["python", "-c", "import os, urllib.request as u; name = os.environ.get('POBRATIM_HOSTS', '').replace('*', '').split(); u.urlopen(u.Request('http://127.0.0.1:8000/login/', headers={'Host': (name or ['localhost'])[0].lstrip('.')}), timeout=10)"]
ENTRYPOINT ["pobratim"]
CMD ["serve", "--host", "0.0.0.0"]
