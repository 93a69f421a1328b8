-- Opens role.yaml in Neovim with the language server whose command stands in SERVER, and tells in JSON what somebody would see there.

local function say(what)
  io.stdout:write(vim.fn.json_encode(what), "\n")
end

local function until_that(condition)
  if not vim.wait(20000, condition, 20) then
    say({ waited_for = debug.getinfo(2, "l").currentline })
    vim.cmd("cquit")
  end
end

vim.cmd("edit role.yaml")
local config = { name = "unconfused", cmd = vim.fn.json_decode(vim.env.SERVER), root_dir = vim.fn.getcwd() }
local id
if vim.lsp.start then
  id = vim.lsp.start(config)
else
  id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
end
local encoding = "utf-16"

until_that(function() return #vim.diagnostic.get(0) > 0 end)
local diagnostics = vim.diagnostic.get(0)
local first = diagnostics[1]
say({ count = #diagnostics, line = first.lnum, from = first.col, past = first.end_col, source = first.source, message = first.message })

vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
local position = vim.lsp.util.make_position_params(0, encoding)
local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", position, 20000)
say({ hover = hover[id].result.contents.value })

local range = vim.lsp.util.make_range_params(0, encoding)
range.context = { diagnostics = {} }
local actions = vim.lsp.buf_request_sync(0, "textDocument/codeAction", range, 20000)[id].result
say({ title = actions[1].title })
vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding)
until_that(function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd("silent write")

local client = vim.lsp.get_client_by_id(id)
client.stop(client)
until_that(function() return vim.lsp.get_client_by_id(id) == nil end)
say({ ended = true })
vim.cmd("qall!")
