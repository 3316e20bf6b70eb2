# The page in a container: made in one stage, run in another without compilers, as a user who owns nothing, on a file system that
# may be read-only. See docs/hosting.md.
FROM python:3.12-slim-bookworm AS made
WORKDIR /app
COPY requirements.txt ./
# Every file is the one whose hash the lock holds, or the image is not made. Letters for pictures come with them.
RUN python -m venv /opt/timeline \
 && /opt/timeline/bin/pip install --no-cache-dir --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.txt
COPY timeline_app.py LICENSE NOTICE ./
COPY .streamlit/config.toml .streamlit/config.toml
COPY data data
COPY seeds seeds
COPY timeline timeline
RUN /opt/timeline/bin/python -m compileall -q timeline

FROM python:3.12-slim-bookworm
COPY --from=made /opt/timeline /opt/timeline
COPY --from=made /app /app
RUN groupadd --gid 10001 timeline \
 && useradd --uid 10001 --gid timeline --no-create-home --home-dir /tmp --shell /usr/sbin/nologin timeline \
 && install -d -o timeline -g timeline /data
ENV PATH=/opt/timeline/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/tmp \
    TIMELINE_DATABASE_URL=sqlite:////data/timelines.sqlite
WORKDIR /app
USER 10001:10001
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/healthz', timeout=4)"]
# Whoever starts it must still say under which name it is reached and who may write, or it does not start.
ENTRYPOINT ["python", "-m", "timeline", "serve", "--public", "--address", "0.0.0.0"]
CMD []
