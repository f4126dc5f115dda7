# Rscript data.table.R CSV WINDOW LEAST: pairs with at least LEAST co-acts by a non-equi join, the way of CooRTweet. For tables in which no
# account acts twice on one object. Prints what it found and took, as JSON.
suppressMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
window <- as.integer(arguments[2]); least <- as.integer(arguments[3])
setDTthreads(2)
acts <- fread(arguments[1])
begun <- proc.time()
busy <- acts[, .N, by = a][N >= least, a]
x <- acts[a %in% busy]
x[, `:=`(from = t, to = t + window)]
y <- x[, .(o, t2 = t, a2 = a)]
met <- y[x, on = .(o, t2 >= from, t2 <= to), nomatch = NULL, allow.cartesian = TRUE, .(a = i.a, b = x.a2, gap = x.t2 - i.t)]
met <- met[a != b]
# Two acts at the same second are met from both sides.
met <- met[gap > 0 | a < b]
met[a > b, c("a", "b") := .(b, a)]
edges <- met[, .(weight = .N, gaps = sum(gap)), by = .(a, b)][weight >= least]
took <- proc.time() - begun
peak <- 0
if (file.exists("/proc/self/status")) peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"CpuS":%f,"WallS":%f,"InputMb":0,"PeakMb":%f,"Edges":%d,"Weights":%d,"Gaps":%.0f,"Checksum":%.0f}\n',
    took[1] + took[2], took[3], peak, nrow(edges), sum(edges$weight), sum(as.numeric(edges$gaps)),
    sum((as.numeric(edges$a %% 46337L) * (edges$b %% 46337L) + edges$weight * 7919) %% 1000003)))
