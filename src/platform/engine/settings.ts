import { totalmem } from 'node:os';

/** Settings for one small server. Statement timeouts are the clients' own. */
export function serverSettings(options: { socketFolder: string; durable: boolean }): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: options.socketFolder,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    jit: 'off',
    random_page_cost: '1.1',
    wal_compression: 'on',
    // Errors and their statements can hold a person's words; the application logs its own failures without them.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(options.durable ? durableSettings() : testSettings),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function durableSettings(): Record<string, string> {
  const memoryInMb = Math.floor(totalmem() / 1024 / 1024);
  return {
    max_connections: '60',
    shared_buffers: `${Math.min(512, Math.max(128, Math.floor(memoryInMb / 16)))}MB`,
    effective_cache_size: `${Math.floor(memoryInMb / 2)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    fsync: 'on',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    max_wal_size: '1GB',
  };
}

const testSettings = {
  max_connections: '120',
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};
