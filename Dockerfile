# One machine: the shop, its scheduler and, unless DATABASE_URL is set, its database, in one container.
#
#   docker build -t aisle .
#   docker run -p 3000:3000 -v aisle-data:/data -e NEXTAUTH_URL=https://tickets.example.com \
#     -e NEXTAUTH_SECRET=... -e TICKET_SECRET=... -e JWT_SECRET=... -e CRON_SECRET=... -e PAYMENT_GATEWAY=razorpay -e RAZORPAY_KEY_ID=... aisle
FROM node:20-bookworm-slim

WORKDIR /app
RUN chown node:node /app && mkdir /data && chown node:node /data
USER node

COPY --chown=node:node package.json package-lock.json prisma.config.ts ./
COPY --chown=node:node prisma/schema.prisma prisma/schema.prisma
RUN npm ci --omit=dev

COPY --chown=node:node . .
RUN npm run build

ENV NODE_ENV=production DATA_DIR=/data PORT=3000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"

# Not through npm, which would stand between the container's stop signal and the shop.
CMD ["node", "--import", "tsx", "src/cli/serve.ts"]
