# Keys in assessments/ are confidential in use: keep the image private.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ARG GIT_REF=unknown
LABEL org.opencontainers.image.title="Attune" org.opencontainers.image.revision="${GIT_REF}"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data ATTUNE_DEMO=off
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/public ./public
COPY --from=build /app/views ./views
COPY --from=build /app/assessments ./assessments
COPY --from=build /app/scripts/manual ./scripts/manual
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
