// Sums by stratum, PSU and ten domains in DuckDB: from a CSV file with given types, from Parquet files, and from memory; and the writing of such a file.
// node benchmarks/compare/duckdb.js BINDING FILE FOLDER THREADS; benchmarks/run.sh calls it. Prints one line a task: its name, rows, seconds (the median of 5), between tabs.
// Leaves in FOLDER the Parquet files that it read: default.parquet, zstd.parquet, and many.parquet of ten times the rows.
const [binding, file, folder, threads] = process.argv.slice(2);
const duckdb = require(binding);

const types = "{'stratum': 'INTEGER', 'psu': 'INTEGER', 'region': 'VARCHAR', 'district': 'VARCHAR', 'area': 'VARCHAR', 'household': 'BIGINT', 'sex': 'VARCHAR', 'age': 'INTEGER', "
  + "'occupation': 'VARCHAR', 'weight': 'DOUBLE', 'smoker': 'TINYINT', 'literate': 'TINYINT', 'spending': 'INTEGER'}";
const quoted = path => `'${path.replaceAll("'", "''")}'`;
const made = name => quoted(`${folder}/${name}`);
const source = `read_csv(${quoted(file)}, auto_detect = false, header = true, delim = ',', columns = ${types})`;
const sums = from => 'SELECT stratum, psu, occupation, sum(weight), sum(weight * smoker), sum(CASE WHEN smoker IS NULL THEN 0 ELSE weight END), sum(weight * weight), count(*), count(smoker) '
  + `FROM ${from} GROUP BY stratum, psu, occupation`;

(async () => {
  const config = duckdb.create_config();
  duckdb.set_config(config, 'threads', threads);
  const connection = await duckdb.connect(await duckdb.open(':memory:', config));
  const run = sql => duckdb.query(connection, sql);

  async function number(sql) {
    const chunk = await duckdb.fetch_chunk(await run(sql));
    return Number(duckdb.vector_get_data(duckdb.data_chunk_get_vector(chunk, 0), 8).readBigInt64LE());
  }

  async function measure(name, rows, sql) {
    const seconds = [];
    await run(sql);
    for (let k = 0; k < 5; k++) {
      const start = process.hrtime.bigint();
      const result = await run(sql);
      if (duckdb.row_count(result) === 0) throw new Error(`${name} gave no rows`);
      seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
    }
    seconds.sort((a, b) => a - b);
    console.log(`${name}\t${rows}\t${seconds[2].toFixed(6)}`);
  }

  console.log(`version\tDuckDB ${duckdb.library_version()}`);
  const rows = await number(`SELECT count(*) FROM ${source}`);
  await measure('csv', rows, sums(source));
  // an ENUM is what a category of this library is
  await run(`CREATE TYPE occupations AS ENUM (SELECT DISTINCT occupation FROM ${source})`);
  await run(`CREATE TABLE households AS SELECT stratum, psu, occupation::occupations AS occupation, weight, smoker FROM ${source}`);
  await measure('memory', rows, sums('households'));

  await run(`CREATE TABLE many AS SELECT stratum, psu, region, occupation, sex, age, weight, smoker FROM ${source}`);
  await run(`COPY many TO ${made('default.parquet')}`);
  await run(`COPY many TO ${made('zstd.parquet')} (COMPRESSION zstd)`);
  await measure('parquet', rows, sums(made('default.parquet')));
  await measure('parquet zstd', rows, sums(made('zstd.parquet')));
  await measure('parquet write', rows, `COPY many TO ${made('written.parquet')}`);
  await run(`COPY (SELECT many.* FROM range(10), many) TO ${made('many.parquet')}`);
})().catch(error => { console.error(error.message); process.exit(1); });
