# syntax=docker/dockerfile:1

# Everything is built in the first stage; the second holds only what the running service reads.
# The version is named; where images are pulled by digest, the digest of your registry goes here, once for both stages, or is
# given to the build: --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:... (operations/README.md, "Where it comes from").
ARG NODE_IMAGE=node:24-bookworm-slim
FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787
# The C library gives memory back that start and reload needed once, instead of keeping it for more of the same.
ENV MALLOC_TRIM_THRESHOLD_=131072 MALLOC_MMAP_THRESHOLD_=131072
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
# The compiled code without its tests and benchmarks.
COPY --from=build /app/build/data ./build/data
COPY --from=build /app/build/client ./build/client
COPY --from=build /app/build/server ./build/server
COPY --from=build /app/build/pictures ./build/pictures
COPY --from=build /app/build/types ./build/types
# The embedded database before its first report.
COPY --from=build /app/build/database ./build/database
COPY --from=build /app/data/dist ./data/dist
COPY --from=build /app/client/dist ./client/dist
# The style sheet that the server writes into each page.
COPY --from=build /app/client/styles ./client/styles
# The numbered SQL files that bring the database of reports to its newest form.
COPY --from=build /app/server/reports/store/migrations ./server/reports/store/migrations
# Reports are kept here unless DATABASE_URL names a server; the rest of the file system may be read-only.
ENV DATA_DIR=/var/lib/family-esim-map
RUN mkdir -p $DATA_DIR && chown node:node $DATA_DIR
VOLUME /var/lib/family-esim-map
USER node
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "build/server/main.js"]
